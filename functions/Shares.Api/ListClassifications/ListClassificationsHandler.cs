using Microsoft.AspNetCore.Http;
using Shares.Data.Governance;
using Shares.Web.Paging;

namespace Shares.Api.ListClassifications;

/// <summary>All classifications, by name: they are for everybody who has signed in.</summary>
internal static class ListClassificationsHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, ClassificationStore classifications)
    {
        var all = await classifications.ListAsync(http.RequestAborted);
        return ArrayPage.Of(
            http,
            all,
            each => new ListPosition(each.Name.ToUpperInvariant(), each.Id.ToString()),
            ClassificationAnswer.From,
            ApiJson.Default.ClassificationAnswer);
    }
}

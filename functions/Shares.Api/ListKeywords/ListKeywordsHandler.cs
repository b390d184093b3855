using Microsoft.AspNetCore.Http;
using Shares.Core;
using Shares.Core.Failures;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Api.ListKeywords;

/// <summary>A keyword in use.</summary>
/// <param name="Count">Shares that have it, in any spelling.</param>
internal sealed record KeywordAnswer(string Value, long Count);

/// <summary>The keywords of all shares, to choose from while writing one; <c>prefix</c> is what they begin with.</summary>
internal static class ListKeywordsHandler
{
    private const int DefaultLimit = 100;

    private static readonly TextRule Prefix = TextRule.Keyword with { MinLength = 0 };

    public static async Task<IResult> HandleAsync(HttpContext http, PersonRequest _, KeywordStore keywords)
    {
        if (!PageRequest.Read(http.Request).Succeeded(out var page, out var failure)) return Problems.From(failure);
        if (Prefix.Normalize(http.Request.Query["prefix"].ToString()) is not { } prefix) return Problems.From(Failure.Invalid("prefix", $"must have {Prefix}"));
        var found = await keywords.ListAsync(prefix, page.After, page.Limit ?? DefaultLimit, http.RequestAborted);
        if (found.Next is not null) ArrayPage.SetNext(http, found.Next);
        return TypedResults.Json(found.Items.Select(each => new KeywordAnswer(each.Keyword, each.Count)), ApiJson.Default.IEnumerableKeywordAnswer);
    }
}

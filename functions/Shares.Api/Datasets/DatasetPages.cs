using Microsoft.AspNetCore.Http;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Web.Paging;

namespace Shares.Api.Datasets;

/// <summary>Pages of lists of datasets. The position in such a list is the last dataset's id.</summary>
internal static class DatasetPages
{
    /// <summary>Datasets that one request looks at. When that is not enough to fill the page, the page is short and has a token.</summary>
    public const int MostExamined = 5000;

    private const int DefaultLimit = 100;

    private static readonly Failure BadToken = new(ErrorCode.BadPageToken, "nextToken does not belong to this list.");

    public static Result<(int Limit, DatasetId? After)> Read(HttpRequest request)
    {
        if (!PageRequest.Read(request).Succeeded(out var page, out var failure)) return failure;
        if (page.After is null) return (page.Limit ?? DefaultLimit, null);
        return UuidId.TryParse<DatasetId>(page.After, out var after) ? (page.Limit ?? DefaultLimit, after) : BadToken;
    }

    public static JsonPage<DatasetAnswer> New(int limit) => new(ApiJson.Default.DatasetAnswer, limit);

    /// <param name="last">What the page ended with, when more may follow.</param>
    public static IResult Answer(HttpContext http, JsonPage<DatasetAnswer> page, DatasetId? last) =>
        page.ToObject(PageRequest.NextToken(http.Request, last?.ToString()));
}

using Microsoft.AspNetCore.Http;
using Shares.Api.Datasets;
using Shares.Api.Sharing;
using Shares.Data.Datasets;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.ListShareDatasets;

/// <summary>What a share holds now, for everybody who sees the share: somebody deciding whether to subscribe too.</summary>
internal static class ListShareDatasetsHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, ShareStore shares, SelectionReader selections, TimeProvider time)
    {
        var ct = http.RequestAborted;
        if ((await ShareSight.OfAsync(request, shares, time, ct)).Failure is { } hidden) return Problems.From(hidden);
        if (!DatasetPages.Read(http.Request).Succeeded(out var page, out var failure)) return Problems.From(failure);
        var share = request.Share;
        var read = await selections.SelectAsync(share.PublisherId, share.Selection, page.After, page.Limit + 1, ct)
            .Take(page.Limit + 1)
            .ToListAsync(ct);
        var data = read.Take(page.Limit).Select(dataset => DatasetAnswer.From(dataset, request.Project.Id, share)).ToList();
        return DatasetPages.Answer(http, data, read.Count > page.Limit ? read[page.Limit - 1].Id : null);
    }
}

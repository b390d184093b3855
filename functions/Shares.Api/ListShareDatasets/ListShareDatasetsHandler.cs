using Microsoft.AspNetCore.Http;
using Shares.Api.Datasets;
using Shares.Api.Sharing;
using Shares.Core.Ids;
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
        using var data = DatasetPages.New(page.Limit);
        DatasetId? last = null;
        var examined = 0;
        await foreach (var dataset in selections.CandidatesAsync(share.PublisherId, [share.Selection], [], page.After, page.Limit + 1, ct))
        {
            var isHeld = share.Holds(dataset);
            if (examined++ == DatasetPages.MostExamined || (data.IsFull && isHeld)) return DatasetPages.Answer(http, data, last);
            last = dataset.Id;
            if (isHeld) data.Add(DatasetAnswer.From(dataset, request.Project.Id, share));
        }

        return DatasetPages.Answer(http, data, null);
    }
}

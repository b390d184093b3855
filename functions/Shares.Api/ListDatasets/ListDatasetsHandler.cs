using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Shares.Api.Datasets;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Datasets;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Api.ListDatasets;

/// <summary>
/// The project's own datasets and, mixed in, those of the shares it has subscribed to, ascending by id. A page can be shorter than asked for,
/// even empty, with more to come: a request looks at a bounded number of datasets.
/// </summary>
internal static class ListDatasetsHandler
{
    private const int LeastPerRead = 10;
    private const int MostPerRead = 200;

    private static readonly HashSet<ShareType> Subscribed = [ShareType.Subscriber];

    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, DatasetStore datasets, SelectionReader selections, ShareStore shares)
    {
        if (!DatasetFilter.Read(http.Request.Query).Succeeded(out var filter, out var failure)) return Problems.From(failure);
        if (!DatasetPages.Read(http.Request).Succeeded(out var page, out failure)) return Problems.From(failure);
        var ct = http.RequestAborted;
        var project = request.Project.Id;
        IReadOnlyList<Share> subscribed = filter.WantsShared ? [.. (await SubscribedAsync(shares, project, ct)).Where(filter.Accepts)] : [];
        var perRead = PerRead(page.Limit, subscribed.Count, filter);
        var streams = subscribed
            .Select(s => SeenAsync(selections.CandidatesAsync(s.PublisherId, [s.Selection], filter.Having, page.After, perRead, ct), s, ct))
            .ToList();
        var own = filter.Having.Count == 0
            ? datasets.ListOwnAsync(project, page.After, perRead, ct)
            : selections.HavingAsync(project, filter.Having, page.After, perRead, ct);
        if (filter.WantsOwn) streams.Add(SeenAsync(own, null, ct));

        using var data = DatasetPages.New(page.Limit);
        var last = await FillAsync(data, DatasetMerge.MergeAsync(streams, ct), filter, project);
        return DatasetPages.Answer(http, data, last);
    }

    /// <summary>
    /// Of each list at once. What a page shows comes from all of them: the more there are, the less is needed of each. Own datasets alone
    /// are all shown, unless text is looked for in them; the merge is one ahead of the page, which is one ahead of its end.
    /// </summary>
    private static int PerRead(int limit, int shares, DatasetFilter filter) => shares == 0 && filter.Text is null
        ? limit + 2
        : Math.Clamp(2 * (limit + 1) / (shares + 1), LeastPerRead, MostPerRead);

    private static async Task<IEnumerable<Share>> SubscribedAsync(ShareStore shares, ProjectId project, CancellationToken ct)
    {
        var related = await shares.ListForProjectAsync(project, Subscribed, ct);
        return related.Select(r => r.Share);
    }

    private static async IAsyncEnumerable<SeenDataset> SeenAsync(
        IAsyncEnumerable<DatasetSummary> datasets, Share? through, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var dataset in datasets.WithCancellation(ct)) yield return new(dataset, through);
    }

    /// <summary>Stops at the first dataset too many, or when enough were looked at.</summary>
    /// <returns>The last one that was looked at, to go on after; null at the end.</returns>
    private static async Task<DatasetId?> FillAsync(
        JsonPage<DatasetAnswer> data, IAsyncEnumerable<SeenDataset> merged, DatasetFilter filter, ProjectId project)
    {
        var examined = 0;
        DatasetId? last = null;
        await foreach (var seen in merged)
        {
            var isWanted = seen.IsSeen && filter.Accepts(seen.Dataset);
            if (examined++ == DatasetPages.MostExamined || (data.IsFull && isWanted)) return last;
            last = seen.Dataset.Id;
            if (isWanted) data.Add(DatasetAnswer.From(seen.Dataset, project, seen.Through));
        }

        return null;
    }
}

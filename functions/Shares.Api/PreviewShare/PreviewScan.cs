using Shares.Api.Datasets;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Web.Paging;

namespace Shares.Api.PreviewShare;

/// <summary>Goes through datasets that a preview has to look at, counts them, and fills a page with those that the share would hold.</summary>
internal sealed class PreviewScan(SelectionTally tally, int pageLimit, ProjectId project)
{
    /// <summary>Datasets looked at in one request: some 1,250 read units.</summary>
    private const int MostRead = 10_000;

    private readonly List<DatasetAnswer> _page = [];
    private readonly AnswerSize _size = new();
    private DatasetId? _lastOfPage;
    private DatasetId? _lastRead;
    private bool _hasMore;

    public IReadOnlyList<DatasetAnswer> Page => _page;

    /// <summary>Whether all were looked at.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>What the next page begins after; null when there is none.</summary>
    public DatasetId? Position => _hasMore ? _lastOfPage : IsComplete ? null : _lastRead;

    /// <param name="candidates">Ascending by id.</param>
    /// <param name="isCountNeeded">Asked once the page is full and more follows: whether to go on all the same.</param>
    public async Task RunAsync(IAsyncEnumerable<DatasetSummary> candidates, Func<bool> isCountNeeded)
    {
        var read = 0;
        await foreach (var dataset in candidates)
        {
            if (read++ == MostRead || (_hasMore && !isCountNeeded())) return;
            var isHeld = tally.Add(dataset);
            _lastRead = dataset.Id;
            if (isHeld) Show(dataset);
        }

        IsComplete = true;
    }

    private void Show(DatasetSummary dataset)
    {
        _hasMore = _hasMore || _page.Count == pageLimit || !_size.Takes(string.Concat([dataset.Name, dataset.Description, .. dataset.Tags]));
        if (_hasMore) return;
        _page.Add(DatasetAnswer.From(dataset, project, null));
        _lastOfPage = dataset.Id;
    }
}

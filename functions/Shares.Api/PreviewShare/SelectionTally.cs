using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Sharing;

namespace Shares.Api.PreviewShare;

/// <summary>What two selections hold of the datasets that it is shown, each of which it is shown once, in the order of their ids.</summary>
public sealed class SelectionTally(Selection before, Selection after)
{
    public long Count { get; private set; }

    public ByteCount Bytes { get; private set; }

    public long Files { get; private set; }

    public DatasetSum Added { get; } = new();

    public DatasetSum Removed { get; } = new();

    /// <returns>Whether the new selection holds the dataset.</returns>
    public bool Add(DatasetSummary dataset)
    {
        var (was, @is) = (before.Matches(dataset), after.Matches(dataset));
        if (@is)
        {
            Count++;
            Bytes += dataset.TotalSize ?? default;
            Files += dataset.FileCount ?? 0;
        }

        if (@is && !was) Added.Add(dataset);
        if (was && !@is) Removed.Add(dataset);
        return @is;
    }
}

/// <summary>How many datasets, and the first of them.</summary>
public sealed class DatasetSum
{
    public const int MostShown = 100;

    private readonly List<NamedItem> _first = [];

    public long Count { get; private set; }

    public IReadOnlyList<NamedItem> First => _first;

    public void Add(DatasetSummary dataset)
    {
        if (Count++ < MostShown) _first.Add(new(dataset.Id.ToString(), dataset.Name));
    }
}

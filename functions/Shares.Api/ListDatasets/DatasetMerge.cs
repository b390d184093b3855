using System.Runtime.CompilerServices;

namespace Shares.Api.ListDatasets;

/// <summary>Merges streams that ascend by dataset id into one that does, each dataset once.</summary>
internal static class DatasetMerge
{
    public static async IAsyncEnumerable<SeenDataset> MergeAsync(
        IReadOnlyCollection<IAsyncEnumerable<SeenDataset>> streams, [EnumeratorCancellation] CancellationToken ct)
    {
        var open = streams.Select(s => s.GetAsyncEnumerator(ct)).ToList();
        try
        {
            // All first pages are read at the same time; what follows mostly comes from them.
            var moved = await Task.WhenAll(open.Select(e => e.MoveNextAsync().AsTask()));
            var heads = new PriorityQueue<IAsyncEnumerator<SeenDataset>, Guid>(
                open.Where((_, i) => moved[i]).Select(e => (e, e.Current.Dataset.Id.Value)));
            while (heads.TryDequeue(out var first, out var id))
            {
                var seen = first.Current;
                if (await first.MoveNextAsync()) heads.Enqueue(first, first.Current.Dataset.Id.Value);
                while (heads.TryPeek(out var other, out var same) && same == id)
                {
                    seen = SeenDataset.Widest(seen, other.Current);
                    heads.Dequeue();
                    if (await other.MoveNextAsync()) heads.Enqueue(other, other.Current.Dataset.Id.Value);
                }

                yield return seen;
            }
        }
        finally
        {
            foreach (var stream in open) await stream.DisposeAsync();
        }
    }
}

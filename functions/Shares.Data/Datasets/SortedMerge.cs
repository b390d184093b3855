using System.Runtime.CompilerServices;
using Shares.Core.Datasets;

namespace Shares.Data.Datasets;

/// <summary>Merges lists that ascend by id into one that does, without doubles, reading no further than it has to.</summary>
internal static class SortedMerge
{
    public static async IAsyncEnumerable<DatasetSummary> Of(
        IEnumerable<IAsyncEnumerable<DatasetSummary>> lists, [EnumeratorCancellation] CancellationToken ct)
    {
        var readers = lists.Select(list => list.GetAsyncEnumerator(ct)).ToList();
        try
        {
            var heads = new PriorityQueue<IAsyncEnumerator<DatasetSummary>, Guid>();
            var started = await Task.WhenAll(readers.Select(reader => reader.MoveNextAsync().AsTask()));
            foreach (var (reader, any) in readers.Zip(started))
            {
                if (any) heads.Enqueue(reader, reader.Current.Id.Value);
            }

            Guid? last = null;
            while (heads.TryDequeue(out var reader, out var id))
            {
                if (id != last) yield return reader.Current;
                last = id;
                if (await reader.MoveNextAsync()) heads.Enqueue(reader, reader.Current.Id.Value);
            }
        }
        finally
        {
            foreach (var reader in readers) await reader.DisposeAsync();
        }
    }
}

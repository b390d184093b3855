using System.Runtime.CompilerServices;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

public sealed partial class ShareStore
{
    private const int SelectingPerRead = 100;

    /// <summary>The project's shares that select by this value, by id, read as far as the caller goes on asking.</summary>
    public async IAsyncEnumerable<Share> SharesSelectingAsync(
        ProjectId publisher, Condition condition, [EnumeratorCancellation] CancellationToken ct)
    {
        var items = table.QueryAsync(SelectsItem.Partition(publisher, condition), null, null, SelectingPerRead, ct);
        await foreach (var chunk in items.Select(SelectsItem.ShareOf).Chunk(SelectingPerRead).WithCancellation(ct))
        {
            var shares = await FindManyAsync(chunk, ct);
            foreach (var share in chunk.Select(id => shares.GetValueOrDefault(id)).OfType<Share>())
            {
                if (share.Selection.Conditions.Contains(condition)) yield return share;
            }
        }
    }

    /// <summary>What a change of the share moves, if everything was in order before.</summary>
    private IEnumerable<WriteBatch> MarksMoved(Share? old, Share? next)
    {
        var (before, after) = (Mark.Of(old), Mark.Of(next));
        return MarksMoved(after.Values.Where(mark => !before.ContainsKey(mark.Key)), before.Values.Where(mark => !after.ContainsKey(mark.Key)));
    }

    private IEnumerable<WriteBatch> MarksMoved(IEnumerable<Mark> come, IEnumerable<Mark> gone) =>
        come.Select(mark => mark.Set(table.Batch())).Concat(gone.Select(mark => mark.Clear(table.Batch())));

    /// <summary>What is missing of the marks of a share, and what is too much of those that it had before.</summary>
    /// <param name="old">Null: it had none.</param>
    /// <param name="current">Null: it is gone.</param>
    private async Task<IEnumerable<WriteBatch>> MarksToMoveAsync(Share? old, Share? current, CancellationToken ct)
    {
        var (before, after) = (Mark.Of(old), Mark.Of(current));
        var concerned = after.Keys.Except(before.Keys).Concat(before.Keys.Except(after.Keys));
        var found = await table.GetManyAsync(concerned, ct);
        return MarksMoved(
            after.Values.Where(mark => !before.ContainsKey(mark.Key) && !found.ContainsKey(mark.Key)),
            before.Values.Where(mark => !after.ContainsKey(mark.Key) && found.ContainsKey(mark.Key)));
    }
}

using Shares.Core.Failures;
using Shares.Core.Governance;
using Shares.Core.Ids;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Governance;

public sealed class ClassificationStore(Table table)
{
    private static readonly Failure Taken = new(ErrorCode.AlreadyExists, "There is a classification with this id already.");

    public async Task<Result<Classification>> CreateAsync(Classification classification, CancellationToken ct) =>
        await table.PutUnlessAsync(ClassificationItem.ToItem(classification), Expr.Absent, ct) is null ? classification : Taken;

    public async Task<Classification?> FindAsync(ClassificationId id, CancellationToken ct) =>
        await table.GetAsync(ClassificationItem.KeyOf(id), ct) is { } item ? ClassificationItem.FromItem(item) : null;

    public async Task<IReadOnlyDictionary<ClassificationId, Classification>> FindManyAsync(
        IReadOnlyCollection<ClassificationId> ids, CancellationToken ct)
    {
        var items = await table.GetManyAsync(ids.Select(ClassificationItem.KeyOf), ct);
        return items.Values.Select(ClassificationItem.FromItem).ToDictionary(classification => classification.Id);
    }

    /// <returns>All, by name, then id.</returns>
    public async Task<IReadOnlyList<Classification>> ListAsync(CancellationToken ct)
    {
        var all = await table.QueryAsync(ClassificationItem.Partition, null, null, null, ct).Select(ClassificationItem.FromItem).ToListAsync(ct);
        return [.. all.OrderBy(each => each.Name, StringComparer.OrdinalIgnoreCase).ThenBy(each => each.Id.Value)];
    }
}

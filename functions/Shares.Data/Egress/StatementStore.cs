using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Core.Ids;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Egress;

/// <summary>The statements of all months, with what each publisher pays by them.</summary>
public sealed class StatementStore(Table table)
{
    /// <summary>The one that counts: the last final version, else the estimate. Null when there is none.</summary>
    public async Task<Statement?> LatestAsync(BillingPeriod period, CancellationToken ct)
    {
        var latest = await table.QueryBackAsync(StatementItem.Partition, StatementItem.Prefix(period), null, 1, ct).Take(1).ToListAsync(ct);
        return latest is [var item] ? StatementItem.FromItem(item) : null;
    }

    public async Task<Statement?> FindAsync(BillingPeriod period, int version, CancellationToken ct) =>
        await table.GetAsync(StatementItem.KeyOf(period, version), ct) is { } item ? StatementItem.FromItem(item) : null;

    /// <summary>Of each month the one that counts, in the order of months.</summary>
    public async Task<IReadOnlyList<Statement>> ListAsync(CancellationToken ct)
    {
        var latest = new SortedDictionary<BillingPeriod, Statement>();
        await foreach (var item in table.QueryAsync(StatementItem.Partition, null, null, null, ct))
        {
            var statement = StatementItem.FromItem(item);
            latest[statement.Period] = statement;
        }

        return [.. latest.Values];
    }

    /// <summary>
    /// An estimate takes the place of an older one; a final version is written only as the next of its month. With it come its costs, which are
    /// to be put before.
    /// </summary>
    /// <returns>Whether it was written; false when somebody else was first.</returns>
    public async Task<bool> PutAsync(Statement statement, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var item = StatementItem.ToItem(statement);
        if (statement.Version == 0)
        {
            var isNewer = new Expr($"{Expr.Absent.Text} OR #MadeAt < :made", new Item().With(":made", statement.MadeAt));
            return await table.PutUnlessAsync(item, isNewer, ct) is null;
        }

        if (statement.Version == 1) return await table.PutUnlessAsync(item, Expr.Absent, ct) is null;
        var batch = table.Batch().Put(item, Expr.Absent).Check(StatementItem.KeyOf(statement.Period, statement.Version - 1), Expr.Present);
        return (await table.WriteAsync(batch, ct)).IsCommitted;
    }

    /// <param name="making">Of the statement that they belong to.</param>
    public Task PutCostsAsync(BillingPeriod period, string making, IEnumerable<PublisherCost> costs, CancellationToken ct) =>
        table.PutManyAsync(costs.Select(cost => PublisherCostItem.ToItem(period, making, cost)), ct);

    /// <summary>Of all publishers, in the order of their ids as text. None when the statement is estimated.</summary>
    public IAsyncEnumerable<PublisherCost> ReadCostsAsync(Statement statement, CancellationToken ct) => ReadCostsAsync(statement, PublisherCostItem.Prefix, ct);

    /// <summary>Of one publisher.</summary>
    public async Task<IReadOnlyList<PublisherCost>> CostsOfAsync(Statement statement, ProjectId publisher, CancellationToken ct) =>
        await ReadCostsAsync(statement, PublisherCostItem.PrefixOf(publisher), ct).ToListAsync(ct);

    private IAsyncEnumerable<PublisherCost> ReadCostsAsync(Statement statement, string prefix, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return table.QueryAsync(PublisherCostItem.Partition(statement.Period, statement.Making), prefix, null, null, ct).Select(PublisherCostItem.FromItem);
    }
}

using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Egress;

/// <summary>Keeps what Cost Explorer said, because each question costs money, and sees to it that few ask.</summary>
public sealed class BillStore(Table table)
{
    public async Task<Bill?> FindAsync(BillingPeriod period, CancellationToken ct) =>
        await table.GetAsync(BillItem.KeyOf(period), ct) is { } item ? BillItem.FromItem(item) : null;

    /// <summary>Replaces what was known before, unless that is newer.</summary>
    public Task PutAsync(Bill bill, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(bill);
        return table.PutUnlessAsync(BillItem.ToItem(bill), new Expr($"{Expr.Absent.Text} OR #AskedAt < :asked", new Item().With(":asked", bill.AskedAt)), ct);
    }

    /// <summary>Asks for leave to ask Cost Explorer: of several at once one gets it, and then nobody for a while, whatever becomes of it.</summary>
    /// <param name="pause">From one question to the next.</param>
    public Task<bool> MayAskAsync(DateTimeOffset now, TimeSpan pause, CancellationToken ct) => table.UpdateIfAsync(
        BillItem.Asked,
        new Expr("SET #NextAt = :next", new Item().With(":next", now + pause)),
        new Expr($"{Expr.Absent.Text} OR #NextAt <= :now", new Item().With(":now", now)),
        ct);

    /// <summary>There was no answer: somebody may ask again sooner.</summary>
    public Task AskAgainAsync(DateTimeOffset at, CancellationToken ct) =>
        table.UpdateIfAsync(BillItem.Asked, new Expr("SET #NextAt = :next", new Item().With(":next", at)), Expr.Present, ct);
}

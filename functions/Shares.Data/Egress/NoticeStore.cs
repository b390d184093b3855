using Shares.Core.Egress.Costs;
using Shares.Core.Ids;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Egress;

/// <summary>
/// Sees to it that something is told once: who wants to tell it claims it first and says afterwards that it is told. When who claimed it dies in
/// between, it is told by the next one after a while.
/// </summary>
public sealed class NoticeStore(Table table, TimeProvider time)
{
    /// <summary>Longer than a run of the function.</summary>
    private static readonly TimeSpan ClaimLife = TimeSpan.FromMinutes(15);

    /// <param name="what">Tells apart what is told of a share in a month.</param>
    /// <returns>False when it was told, or somebody is telling it.</returns>
    public Task<bool> ClaimAsync(BillingPeriod period, ShareId share, string what, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return table.UpdateIfAsync(NoticeItem.KeyOf(period, share, what), NoticeItem.Claim(now + ClaimLife, now), NoticeItem.IsOpen(now), ct);
    }

    public Task ToldAsync(BillingPeriod period, ShareId share, string what, CancellationToken ct) =>
        table.UpdateIfAsync(NoticeItem.KeyOf(period, share, what), NoticeItem.Told(time.GetUtcNow()), Expr.Present, ct);

    /// <summary>It could not be told: the next one may try at once.</summary>
    public Task GiveBackAsync(BillingPeriod period, ShareId share, string what, CancellationToken ct) =>
        table.UpdateIfAsync(NoticeItem.KeyOf(period, share, what), NoticeItem.GiveBack(), Expr.Present, ct);
}

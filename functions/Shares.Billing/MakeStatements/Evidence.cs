using Shares.Core;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Data.Egress;

namespace Shares.Billing.MakeStatements;

/// <summary>What a statement rests on.</summary>
public sealed class Evidence(CrossCheckStore checks, TrailFileStore trail)
{
    public Task<DateOnly?> TrailReadUntilAsync(CancellationToken ct) => trail.FindReadUntilAsync(ct);

    public async Task<Completeness> OfAsync(BillingPeriod period, Bill? bill, CancellationToken ct)
    {
        var (known, unknown, metered, recorded) = (0, 0, default(ByteCount), default(ByteCount));
        await foreach (var check in checks.OfMonthAsync(period, ct))
        {
            if (check.Metered is { } bytes) (known, metered, recorded) = (known + 1, metered + bytes, recorded + check.Recorded);
            else if (check.Recorded.Value > 0) unknown++;
        }

        var state = bill is null ? BillState.Missing : bill.IsEstimated ? BillState.Estimated : BillState.Final;
        return new(state, await TrailReadUntilAsync(ct), known, unknown, metered, recorded);
    }
}

using Shares.Aws.Bills;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Data.Egress;

namespace Shares.Billing.MakeStatements;

/// <summary>Asks Cost Explorer a few times a day, whoever runs side by side, and answers everybody from what it said last.</summary>
public sealed class BillKeeper(BillingSettings settings, CostExplorerClient costExplorer, BillStore bills, TimeProvider time)
{
    /// <summary>After which a question without an answer is asked again.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(30);

    /// <summary>Brings the bills of these months up to date when it is time to. All months are one question.</summary>
    /// <returns>Why Cost Explorer did not answer; null when it did, or was not asked.</returns>
    public async Task<string?> RefreshAsync(BillingPeriod first, BillingPeriod last, CancellationToken ct)
    {
        if (!await bills.MayAskAsync(time.GetUtcNow(), settings.BillPause, ct)) return null;
        if ((await costExplorer.BillsAsync(first, last, ct)).Succeeded(out var found, out var failure))
        {
            foreach (var bill in found) await bills.PutAsync(bill, ct);
            return null;
        }

        if (settings.BillPause > AfterFailure) await bills.AskAgainAsync(time.GetUtcNow() + AfterFailure, ct);
        return failure.Detail;
    }

    /// <summary>Null when Cost Explorer never said anything of the month.</summary>
    public Task<Bill?> FindAsync(BillingPeriod period, CancellationToken ct) => bills.FindAsync(period, ct);
}

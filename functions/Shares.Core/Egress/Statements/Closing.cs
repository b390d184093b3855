using Shares.Core.Egress.Costs;

namespace Shares.Core.Egress.Statements;

/// <summary>When a month is closed, and how long it is looked at afterwards.</summary>
public static class Closing
{
    /// <summary>From a month's end, as long as AWS commonly changes its bill and the trail is late.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromHours(72);

    /// <summary>From one version of a closed month to the next: what comes late does not come all at once.</summary>
    public static readonly TimeSpan BetweenVersions = TimeSpan.FromHours(24);

    /// <summary>A month that is still not closed so long after its end needs somebody to look at it.</summary>
    public static readonly TimeSpan Overdue = TimeSpan.FromDays(15);

    /// <summary>Months before the running one that are closed, and corrected when their ledger or bill changes.</summary>
    public const int Months = 3;

    /// <summary>
    /// AWS says that the bill is final, and said so when the time had passed; and the trail's files were read until the day after the month, where
    /// its last records are.
    /// </summary>
    public static bool IsReady(BillingPeriod period, Bill? bill, DateOnly? trailReadUntil, DateTimeOffset now) =>
        bill is { IsEstimated: false } && now >= period.End + Wait && bill.AskedAt >= period.End + Wait && trailReadUntil >= period.EndDay;
}

using Shares.Core.Egress.Costs;
using Shares.Core.Sharing;

namespace Shares.Core.Egress.Limits;

/// <summary>How a limit stops the downloads of a share, and how they go on: the only ways in which a suspension comes and goes.</summary>
public static class DownloadLimiting
{
    /// <summary>Stops downloads because the limit was reached.</summary>
    /// <param name="reached">The limit that was found to be reached.</param>
    /// <param name="now">Decides which month that is.</param>
    /// <returns>
    /// Null when there is nothing to stop: the share has another limit by now, or one that only tells; an administrator has lifted it for this
    /// month; or it is suspended for this month already.
    /// </returns>
    public static Share? Suspend(this Share share, EgressLimit reached, BillingPeriod period, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(share);
        ArgumentNullException.ThrowIfNull(reached);
        if (share.EgressLimit != reached || reached.Action != EgressLimitAction.SuspendDownloads || share.LiftedPeriod == period) return null;
        if (share.Suspension is { } already && already.Period.CompareTo(period) >= 0) return null;
        return (share with { Suspension = new(period, now) }).After(share);
    }

    /// <summary>Lets downloads go on when the month is over for which they were suspended.</summary>
    /// <param name="current">The month that it is now.</param>
    /// <returns>Null when there is nothing to let go on.</returns>
    public static Share? ResumeIn(this Share share, BillingPeriod current)
    {
        ArgumentNullException.ThrowIfNull(share);
        return share.Suspension is { } suspension && suspension.Period.CompareTo(current) < 0 ? share with { Suspension = null } : null;
    }

    /// <summary>Lets downloads go on for the rest of this month, whatever they take.</summary>
    public static Share LiftFor(this Share share, BillingPeriod current)
    {
        ArgumentNullException.ThrowIfNull(share);
        return share with { Suspension = null, LiftedPeriod = current };
    }

    /// <summary>
    /// The share with this limit. Downloads that were suspended go on unless it is reached too. What an administrator has lifted was the limit
    /// before: a new one holds from now on.
    /// </summary>
    /// <param name="limit">Null: none.</param>
    /// <param name="used">In this month. Asked for only when downloads are suspended.</param>
    public static Share Limit(this Share share, EgressLimit? limit, EgressUse used)
    {
        ArgumentNullException.ThrowIfNull(share);
        if (limit == share.EgressLimit) return share;
        var staysSuspended = limit is { Action: EgressLimitAction.SuspendDownloads } && limit.Check(used) == LimitCheck.Reached;
        return share with { EgressLimit = limit, LiftedPeriod = null, Suspension = staysSuspended ? share.Suspension : null };
    }
}

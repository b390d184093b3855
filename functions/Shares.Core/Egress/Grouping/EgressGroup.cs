using Shares.Core.Egress.Costs;
using Shares.Core.Ids;

namespace Shares.Core.Egress.Grouping;

/// <summary>What the rows of one sum have in common. Null: nothing was asked of that.</summary>
public readonly record struct EgressGroup(
    DateOnly? Day, BillingPeriod? Month, ShareId? Share, ProjectId? Subscriber, DatasetId? Dataset, PrincipalId? User, TransferZone? Zone, AccessRoute? Route)
{
    public static EgressGroup Of(EgressKey key, IReadOnlySet<EgressDimension> by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return new(
            by.Contains(EgressDimension.Day) ? key.Day : null,
            by.Contains(EgressDimension.Month) ? BillingPeriod.Of(key.Day) : null,
            by.Contains(EgressDimension.Share) ? key.Share : null,
            by.Contains(EgressDimension.Subscriber) ? key.Subscriber : null,
            by.Contains(EgressDimension.Dataset) ? key.Dataset : null,
            by.Contains(EgressDimension.User) ? key.Principal : null,
            by.Contains(EgressDimension.Zone) ? key.Zone : null,
            by.Contains(EgressDimension.Route) ? key.Route : null);
    }
}

/// <summary>A sum of rows.</summary>
/// <param name="Cost">Null when that of a row is not known.</param>
/// <param name="IsFinal">Whether all of it is of months whose bill is final.</param>
public readonly record struct EgressSum(EgressAmount Amount, decimal? Cost, bool IsFinal)
{
    /// <summary>Of no rows.</summary>
    public static readonly EgressSum Nothing = new(default, 0, true);

    public static EgressSum operator +(EgressSum left, EgressSum right) => Add(left, right);

    public static EgressSum Add(EgressSum left, EgressSum right) =>
        new(left.Amount + right.Amount, left.Cost + right.Cost, left.IsFinal && right.IsFinal);
}

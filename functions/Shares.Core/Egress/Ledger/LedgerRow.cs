using Shares.Core.Egress.Costs;
using Shares.Core.Ids;

namespace Shares.Core.Egress.Ledger;

/// <summary>A row of the ledger: what it is about, without what it adds up to.</summary>
public abstract record LedgerRow
{
    private LedgerRow()
    {
    }

    public abstract DateOnly Day { get; }

    public BillingPeriod Period => BillingPeriod.Of(Day);

    /// <param name="Publisher">Who pays.</param>
    public sealed record Attributed(ProjectId Publisher, EgressKey Key) : LedgerRow
    {
        public override DateOnly Day => Key.Day;
    }

    public sealed record Unattributed(UnattributedKey Key) : LedgerRow
    {
        public override DateOnly Day => Key.Day;
    }
}

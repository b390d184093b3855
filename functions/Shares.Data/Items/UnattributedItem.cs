using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>Egress that counts for no publisher: <c>EGRESS#{yyyy-mm}</c>, <c>UNATTRIBUTED#{day}#{reason}#{zone}#{subject}</c>. Sums as in <see cref="EgressItem"/>.</summary>
public static class UnattributedItem
{
    public const string Prefix = "UNATTRIBUTED#";

    public static Key KeyOf(UnattributedKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var sort = string.Join('#', EgressItem.SortOf(key.Day), ContractName.Of(key.Reason), ContractName.Of(key.Zone), KeyText.Escape(key.Subject));
        return new(EgressMonthItem.Partition(BillingPeriod.Of(key.Day)), $"{Prefix}{sort}");
    }

    public static UnattributedEntry FromItem(Item item) => new(RowOf(Key.Of(item)).Key, item.Amount());

    /// <summary>Reads what <see cref="KeyOf"/> wrote.</summary>
    public static LedgerRow.Unattributed RowOf(Key key)
    {
        var parts = key.Sort[Prefix.Length..].Split('#');
        return new(new(
            DateOnly.ParseExact(parts[0], "O", null),
            ContractName.Parse<UnattributedReason>(parts[1]),
            ContractName.Parse<TransferZone>(parts[2]),
            KeyText.Unescape(parts[3])));
    }
}

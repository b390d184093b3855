using Shares.Core.Egress.Ledger;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>The item that a row of the ledger is, of either kind.</summary>
internal static class LedgerRowKey
{
    public static Key Of(LedgerRow row) => row switch
    {
        LedgerRow.Attributed attributed => EgressItem.KeyOf(attributed.Publisher, attributed.Key),
        LedgerRow.Unattributed unattributed => UnattributedItem.KeyOf(unattributed.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    public static LedgerRow RowOf(Key key) =>
        key.Sort.StartsWith(UnattributedItem.Prefix, StringComparison.Ordinal) ? UnattributedItem.RowOf(key) : EgressItem.RowOf(key);
}

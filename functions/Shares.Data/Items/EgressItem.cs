using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// A row of the ledger: <c>PROJECT#{publisher}#EGRESS#{yyyy-mm}</c>, <c>{day}#{share}#{dataset}#{subscriber}#{user}#{zone}#{route}</c>. Nothing but
/// sums; all are 0 where a correction has taken everything back.
/// </summary>
public static class EgressItem
{
    public static string Partition(ProjectId publisher, BillingPeriod period) => $"{ProjectItem.Partition(publisher)}#EGRESS#{period}";

    public static Key KeyOf(ProjectId publisher, EgressKey key) => new(
        Partition(publisher, BillingPeriod.Of(key.Day)),
        string.Join('#', SortOf(key.Day), key.Share, key.Dataset, key.Subscriber, KeyText.Escape(key.Principal.ToString()), ContractName.Of(key.Zone), ContractName.Of(key.Route)));

    /// <summary>What the rows of a day begin with.</summary>
    public static string SortOf(DateOnly day) => day.ToString("O", null);

    /// <summary>What the rows of a day and share begin with.</summary>
    public static string PrefixOf(DateOnly day, ShareId share) => $"{SortOf(day)}#{share}#";

    public static LedgerEntry FromItem(Item item) => new(RowOf(Key.Of(item)).Key, item.Amount());

    /// <summary>Reads what <see cref="KeyOf"/> wrote.</summary>
    public static LedgerRow.Attributed RowOf(Key key)
    {
        var parts = key.Sort.Split('#');
        return new(
            UuidId.Parse<ProjectId>(key.Partition[ProjectItem.Prefix.Length..].Split('#')[0]),
            new(
                DateOnly.ParseExact(parts[0], "O", null),
                UuidId.Parse<ShareId>(parts[1]),
                UuidId.Parse<DatasetId>(parts[2]),
                UuidId.Parse<ProjectId>(parts[3]),
                PrincipalId.Parse(KeyText.Unescape(parts[4])),
                ContractName.Parse<TransferZone>(parts[5]),
                ContractName.Parse<AccessRoute>(parts[6])));
    }
}

using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// What a publisher pays for a zone by a final statement: <c>STATEMENT#{yyyy-mm}#{making}</c>, <c>PROJECT#{p}#{zone}</c>. Written before the
/// statement; what was made by who came too late for the version belongs to no statement and is read by nobody.
/// </summary>
public static class PublisherCostItem
{
    public const string Prefix = ProjectItem.Prefix;

    public static string Partition(BillingPeriod period, string making) => $"STATEMENT#{period}#{making}";

    public static string PrefixOf(ProjectId publisher) => $"{ProjectItem.Partition(publisher)}#";

    public static Item ToItem(BillingPeriod period, string making, PublisherCost cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return new Key(Partition(period, making), PrefixOf(cost.Publisher) + ContractName.Of(cost.Zone)).ToItem()
            .With("Bytes", cost.Bytes.Value)
            .With("Cost", MoneyAttributes.Write(cost.Cost));
    }

    public static PublisherCost FromItem(Item item)
    {
        var parts = Key.Of(item).Sort[Prefix.Length..].Split('#');
        return new(UuidId.Parse<ProjectId>(parts[0]), ContractName.Parse<TransferZone>(parts[1]), new ByteCount(item.Number("Bytes")), item.Money("Cost"));
    }
}

using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>A version of a month's statement: <c>STATEMENT</c>, <c>{yyyy-mm}#VERSION#{n, 6 digits}</c>; 0 while estimated. All months are in one partition: a month has few.</summary>
public static class StatementItem
{
    public const string Partition = "STATEMENT";

    public static string Prefix(BillingPeriod period) => $"{period}#VERSION#";

    public static Key KeyOf(BillingPeriod period, int version) => new(Partition, Prefix(period) + version.ToString("D6", CultureInfo.InvariantCulture));

    public static Item ToItem(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return KeyOf(statement.Period, statement.Version).ToItem()
            .With("Status", statement.Status)
            .With("Making", statement.Making)
            .With("MadeAt", statement.MadeAt)
            .With("PriceVersion", statement.PriceVersion)
            .With("Currency", statement.Currency.ToString())
            .With("Lines", statement.Lines, BillLineMap.Write)
            .With("Zones", statement.Zones, WriteZone)
            .With("Completeness", new AttributeValue { M = Write(statement.Completeness) })
            .With("Digest", statement.Digest)
            .With("Csv", Write(statement.Objects.Csv))
            .With("Focus", Write(statement.Objects.Focus))
            .With("Rows", Write(statement.Objects.Rows))
            .With("Snapshot", statement.Objects.Snapshot is { } snapshot ? Write(snapshot) : null);
    }

    public static Statement FromItem(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var place = Key.Of(item).Sort.Split('#');
        return new(
            BillingPeriod.Parse(place[0]), int.Parse(place[2], CultureInfo.InvariantCulture), item.Name<StatementStatus>("Status"),
            item.Text("Making"), item.Time("MadeAt"), item.Text("PriceVersion"), Currency.Parse(item.Text("Currency")),
            item.List("Lines", BillLineMap.Read), item.List("Zones", zone => ReadZone(zone.M)), ReadCompleteness(item["Completeness"].M), item.Text("Digest"),
            new(ReadObject(item["Csv"].M), ReadObject(item["Focus"].M), ReadObject(item["Rows"].M), item.TryGetValue("Snapshot", out var snapshot) ? ReadObject(snapshot.M) : null));
    }

    private static AttributeValue WriteZone(ZoneTotal total) => new()
    {
        M = new Item()
            .With("Zone", total.Zone)
            .With("Attributed", total.Attributed.Value)
            .With("Unattributed", total.Unattributed.Value)
            .With("Billed", total.Billed.Value)
            .With("RatePerGigabyte", MoneyAttributes.Write(total.RatePerGigabyte))
            .With("AttributedCost", MoneyAttributes.Write(total.AttributedCost))
            .With("UnattributedCost", MoneyAttributes.Write(total.UnattributedCost)),
    };

    private static ZoneTotal ReadZone(Item total) => new(
        total.Name<TransferZone>("Zone"),
        new ByteCount(total.Number("Attributed")), new ByteCount(total.Number("Unattributed")), new ByteCount(total.Number("Billed")),
        total.Money("RatePerGigabyte"), total.Money("AttributedCost"), total.Money("UnattributedCost"));

    private static Item Write(Completeness completeness) => new Item()
        .With("Bill", completeness.Bill)
        .With("TrailReadUntil", completeness.TrailReadUntil?.ToString("O", CultureInfo.InvariantCulture))
        .With("CheckedDays", (long)completeness.CheckedDays)
        .With("UncheckedDays", (long)completeness.UncheckedDays)
        .With("MeteredBytes", completeness.MeteredBytes.Value)
        .With("CheckedBytes", completeness.CheckedBytes.Value);

    private static Completeness ReadCompleteness(Item item) => new(
        item.Name<BillState>("Bill"),
        item.TextOrNull("TrailReadUntil") is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null,
        (int)item.Number("CheckedDays"), (int)item.Number("UncheckedDays"),
        new ByteCount(item.Number("MeteredBytes")), new ByteCount(item.Number("CheckedBytes")));

    private static AttributeValue Write(StatementObject stored) => new() { M = new Item().With("Key", stored.Key).With("Size", stored.Size) };

    private static StatementObject ReadObject(Item item) => new(item.Text("Key"), item.Number("Size"));
}

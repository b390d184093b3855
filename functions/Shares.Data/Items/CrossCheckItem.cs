using System.Globalization;
using Shares.Core;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.CrossChecks;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>What CloudWatch and the ledger say of a share's downloads of a day: <c>CROSSCHECK#{yyyy-mm}</c>, <c>{day}#{share}</c>.</summary>
public static class CrossCheckItem
{
    public static string Partition(BillingPeriod period) => $"CROSSCHECK#{period}";

    public static string Prefix(DateOnly day) => $"{day.ToString("O", CultureInfo.InvariantCulture)}#";

    public static Item ToItem(CrossCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return new Key(Partition(BillingPeriod.Of(check.Day)), Prefix(check.Day) + check.Share).ToItem()
            .With("Metered", check.Metered?.Value)
            .With("Recorded", check.Recorded.Value)
            .With("MeteredAt", check.MeteredAt);
    }

    public static CrossCheck FromItem(Item item)
    {
        var parts = Key.Of(item).Sort.Split('#');
        return new(
            UuidId.Parse<ShareId>(parts[1]), DateOnly.ParseExact(parts[0], "O", CultureInfo.InvariantCulture),
            item.NumberOrNull("Metered") is { } metered ? new ByteCount(metered) : null, new ByteCount(item.Number("Recorded")), item.Time("MeteredAt"));
    }
}

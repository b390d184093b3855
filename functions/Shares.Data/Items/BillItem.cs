using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>What Cost Explorer said of a month: <c>BILL</c>, <c>{yyyy-mm}</c>. And beside the months, <c>BILL</c>, <c>ASKED</c>: when somebody last set out to ask.</summary>
public static class BillItem
{
    private const string Partition = "BILL";

    public static readonly Key Asked = new(Partition, "ASKED");

    public static Key KeyOf(BillingPeriod period) => new(Partition, period.ToString());

    public static Item ToItem(Bill bill)
    {
        ArgumentNullException.ThrowIfNull(bill);
        return KeyOf(bill.Period).ToItem()
            .With("IsEstimated", bill.IsEstimated)
            .With("AskedAt", bill.AskedAt)
            .With("Lines", bill.Lines, BillLineMap.Write);
    }

    public static Bill FromItem(Item item) => new(
        BillingPeriod.Parse(Key.Of(item).Sort), item.Flag("IsEstimated"), item.Time("AskedAt"), item.List("Lines", BillLineMap.Read));
}

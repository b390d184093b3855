using Amazon.DynamoDBv2.Model;
using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Statements;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>A line of AWS's bill within an item.</summary>
internal static class BillLineMap
{
    public static AttributeValue Write(BillLine line) => new()
    {
        M = new Item()
            .With("UsageType", line.UsageType)
            .With("Zone", line.Zone)
            .With("Billed", line.Billed.Value)
            .With("Cost", MoneyAttributes.Write(line.Cost)),
    };

    public static BillLine Read(AttributeValue value) =>
        new(value.M.Text("UsageType"), value.M.Name<TransferZone>("Zone"), new ByteCount(value.M.Number("Billed")), value.M.Money("Cost"));
}

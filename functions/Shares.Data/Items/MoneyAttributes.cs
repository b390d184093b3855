using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Shares.Core.Egress.Costs;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>Amounts as they are written on a bill, with all their decimals: numbers of the store would lose the zeros at the end.</summary>
internal static class MoneyAttributes
{
    public static AttributeValue Write(Money money) => AttributeWriting.Text(money.ToString());

    public static Money Money(this Item item, string name)
    {
        var parts = item.Text(name).Split(' ');
        return new(decimal.Parse(parts[0], NumberStyles.Number, CultureInfo.InvariantCulture), Currency.Parse(parts[1]));
    }
}

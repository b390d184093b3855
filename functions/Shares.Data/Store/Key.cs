using Amazon.DynamoDBv2.Model;

namespace Shares.Data.Store;

/// <summary>The key of one item.</summary>
public readonly record struct Key(string Partition, string Sort)
{
    public const string PartitionName = "PK";
    public const string SortName = "SK";

    /// <summary>Sort key of the item that gives a partition its name.</summary>
    public const string Meta = "META";

    public static Key Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new(item[PartitionName].S, item[SortName].S);
    }

    /// <summary>A new item with nothing but this key.</summary>
    public Item ToItem() => new() { [PartitionName] = new AttributeValue(Partition), [SortName] = new AttributeValue(Sort) };
}

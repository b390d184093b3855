using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Shares.Local.DynamoDb;

/// <summary>Finds the partition key in each place where requests have one. What is not there throws.</summary>
internal sealed partial class ItemKeys(string partitionKey)
{
    public string OfItem(JsonNode item) => Text(item[partitionKey]!);

    public string OfKey(JsonNode? key) => Text(key![partitionKey]!);

    /// <summary>Of a write in a batch.</summary>
    public string OfWrite(JsonNode? write) =>
        write!["PutRequest"] is { } put ? OfItem(put["Item"]!) : OfKey(write["DeleteRequest"]!["Key"]!);

    /// <summary>Of an operation in a transaction.</summary>
    public string OfPart(JsonNode part) => part["Item"] is { } item ? OfItem(item) : OfKey(part["Key"]);

    /// <summary>The value that a query compares the partition key with; a query compares it with one value only.</summary>
    public string OfQuery(JsonObject query)
    {
        if (query["IndexName"] is not null) throw new InvalidOperationException("The partition key of an index is not known here.");
        if (query["KeyConditions"]?[partitionKey] is { } condition) return Text(condition["AttributeValueList"]![0]!);
        var comparison = Equality().Matches(query["KeyConditionExpression"]!.GetValue<string>()).First(match => NameOf(query, match.Groups["name"].Value) == partitionKey);
        return Text(query["ExpressionAttributeValues"]![comparison.Groups["value"].Value]!);
    }

    private static string? NameOf(JsonObject query, string name) =>
        name.StartsWith('#') ? query["ExpressionAttributeNames"]?[name]?.GetValue<string>() : name;

    /// <summary>The value without its type, as policies see it.</summary>
    private static string Text(JsonNode attribute) => attribute.AsObject().Single().Value!.GetValue<string>();

    [GeneratedRegex(@"(?<name>#?[A-Za-z0-9_.-]+)\s*=\s*(?<value>:[A-Za-z0-9_]+)")]
    private static partial Regex Equality();
}

using System.Text;
using System.Text.Json.Nodes;

namespace Shares.Testing.DynamoDb;

/// <summary>
/// The write units of a transaction by DynamoDB's documented rule: for each action two for every begun KB of the item, before or
/// after, whichever is larger. DynamoDB Local reports only two in all.
/// </summary>
internal sealed class TransactionUnits(JsonNode transaction, Uri endpoint, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send)
{
    private readonly int[] _largest = new int[transaction["TransactItems"]!.AsArray().Count];

    public decimal Total => _largest.Sum(size => 2 * Math.Max(1, (size + 1023) / 1024));

    /// <summary>To be called before and after the transaction.</summary>
    public async Task MeasureAsync(CancellationToken ct)
    {
        foreach (var (place, action) in transaction["TransactItems"]!.AsArray().Index())
        {
            var (kind, content) = action!.AsObject().Single();
            var item = kind == "Put" ? content!["Item"] : await ReadAsync(content!, ct);
            _largest[place] = Math.Max(_largest[place], item is null ? 0 : SizeOf(item.AsObject()));
        }
    }

    private async Task<JsonNode?> ReadAsync(JsonNode action, CancellationToken ct)
    {
        var body = new JsonObject { ["TableName"] = action["TableName"]!.DeepClone(), ["Key"] = action["Key"]!.DeepClone(), ["ConsistentRead"] = true };
        using var request = StoreProtocol.Request(endpoint, "GetItem", body);
        using var response = await send(request, ct);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(ct))?["Item"];
    }

    /// <summary>Names and values in UTF-8; lists and maps take 3 bytes, and 1 for each element.</summary>
    private static int SizeOf(JsonObject item) => item.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + ValueSize(attribute.Value!.AsObject()));

    private static int ValueSize(JsonObject attribute)
    {
        var (type, value) = attribute.Single();
        return type switch
        {
            "S" => Encoding.UTF8.GetByteCount(value!.GetValue<string>()),
            "N" => (value!.GetValue<string>().Length / 2) + 2,
            "B" => Convert.FromBase64String(value!.GetValue<string>()).Length,
            "BS" => value!.AsArray().Sum(bytes => Convert.FromBase64String(bytes!.GetValue<string>()).Length),
            "L" => 3 + value!.AsArray().Sum(element => 1 + ValueSize(element!.AsObject())),
            "M" => 3 + value!.AsObject().Count + SizeOf(value.AsObject()),
            _ => 1,
        };
    }
}

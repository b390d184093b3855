using System.Text.Json.Nodes;

namespace Shares.Local.Tests.DynamoDb;

internal static class Items
{
    public static JsonObject Item(string partitionKey, string sortKey, string? value = null)
    {
        var item = new JsonObject { ["PK"] = Text(partitionKey), ["SK"] = Text(sortKey) };
        if (value is not null) item["Value"] = Text(value);
        return item;
    }

    public static JsonObject Text(string value) => new() { ["S"] = value };
}

using System.Text.Json.Nodes;
using Shares.Local.Template;

namespace Shares.Local.DynamoDb;

/// <summary>Makes the table of the template, unless kept data has it already.</summary>
public static class TableSetup
{
    /// <returns>ARN of the table's stream, as DynamoDB Local names it, and whether the table is new.</returns>
    public static async Task<(string Stream, bool IsNew)> CreateAsync(DynamoDbClient client, TableModel table, CancellationToken cancellationToken)
    {
        var isNew = true;
        try
        {
            await client.TablesAsync("CreateTable", Description(table), cancellationToken);
            await client.TablesAsync("UpdateTimeToLive", TimeToLive(table), cancellationToken);
        }
        catch (DynamoDbException exception) when (exception.Code == "ResourceInUseException")
        {
            isNew = false;
        }

        var described = await client.TablesAsync("DescribeTable", new() { ["TableName"] = table.Name }, cancellationToken);
        return (described["Table"]!["LatestStreamArn"]!.ToString(), isNew);
    }

    private static JsonObject Description(TableModel table) => new()
    {
        ["TableName"] = table.Name,
        ["BillingMode"] = "PAY_PER_REQUEST",
        ["AttributeDefinitions"] = new JsonArray(Attribute(table.PartitionKey), Attribute(table.SortKey)),
        ["KeySchema"] = new JsonArray(Key(table.PartitionKey, "HASH"), Key(table.SortKey, "RANGE")),
        ["StreamSpecification"] = new JsonObject { ["StreamEnabled"] = true, ["StreamViewType"] = table.StreamViewType },
    };

    private static JsonObject TimeToLive(TableModel table) => new()
    {
        ["TableName"] = table.Name,
        ["TimeToLiveSpecification"] = new JsonObject { ["Enabled"] = true, ["AttributeName"] = table.TimeToLiveAttribute },
    };

    private static JsonObject Attribute(string name) => new() { ["AttributeName"] = name, ["AttributeType"] = "S" };

    private static JsonObject Key(string name, string type) => new() { ["AttributeName"] = name, ["KeyType"] = type };
}

using System.Text.Json.Nodes;
using Shares.Local.Identity;

namespace Shares.Local.DynamoDb;

/// <summary>
/// Which permissions a request needs: batches one for each table, with all its partition keys; transactions those of the operations
/// in them, never one of their own (Developer Guide, "Using IAM with DynamoDB transactions"). AWS does not say which partition
/// keys it compares for an operation in a transaction; here it is those of all operations of the same kind on the same table.
/// </summary>
/// <param name="partitionKey">Name of the attribute.</param>
public sealed class DynamoDbAccessReader(string partitionKey)
{
    private static readonly Dictionary<string, string> ActionsOfTransactions = new()
    {
        ["Get"] = "GetItem", ["Put"] = "PutItem", ["Update"] = "UpdateItem", ["Delete"] = "DeleteItem", ["ConditionCheck"] = "ConditionCheckItem",
    };

    private readonly ItemKeys _keys = new(partitionKey);

    /// <param name="target">Such as <c>DynamoDB_20120810.GetItem</c>.</param>
    /// <returns><see langword="null"/> when the request names no table, item or key where it must; DynamoDB does not take it either.</returns>
    public IReadOnlyList<DynamoDbAccess>? Read(string target, JsonObject input)
    {
        var operation = target[(target.LastIndexOf('.') + 1)..];
        try
        {
            return operation switch
            {
                "GetItem" or "UpdateItem" or "DeleteItem" => [OnItem(operation, input, _keys.OfKey(input["Key"]!))],
                "PutItem" => [OnItem(operation, input, _keys.OfItem(input["Item"]!))],
                "Query" => [OnItem(operation, input, _keys.OfQuery(input))],
                "BatchGetItem" => [.. input["RequestItems"]!.AsObject().Select(table => Of(operation, table.Key, table.Value!["Keys"]!.AsArray().Select(_keys.OfKey)))],
                "BatchWriteItem" => [.. input["RequestItems"]!.AsObject().Select(table => Of(operation, table.Key, table.Value!.AsArray().Select(_keys.OfWrite)))],
                "TransactGetItems" or "TransactWriteItems" => OfTransaction(operation, input["TransactItems"]!.AsArray()),
                _ => [new(Name(operation), Resource(input))],
            };
        }
        catch (Exception exception) when (exception is NullReferenceException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private List<DynamoDbAccess> OfTransaction(string operation, JsonArray items) =>
    [
        .. items.Select(item => item!.AsObject().Single())
            .GroupBy(part => (Action: ActionsOfTransactions[part.Key], Table: part.Value!["TableName"]!.GetValue<string>()))
            .Select(parts => Of(parts.Key.Action, parts.Key.Table, parts.Select(part => _keys.OfPart(part.Value!))) with { EnclosingOperation = operation }),
    ];

    private static DynamoDbAccess OnItem(string operation, JsonObject input, string key) => Of(operation, input["TableName"]!.GetValue<string>(), [key]);

    private static DynamoDbAccess Of(string operation, string table, IEnumerable<string> keys) => new(Name(operation), Table(table), [.. keys.Distinct()]);

    private static string Resource(JsonObject input) =>
        input["TableName"] is { } table ? Table(table.GetValue<string>()) : input["StreamArn"]?.GetValue<string>() ?? "*";

    private static string Table(string nameOrArn) =>
        nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn : LocalAccount.TableArn(nameOrArn);

    private static string Name(string operation) => $"dynamodb:{operation}";
}

using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Shares.Data.Store;

/// <summary>Conditional writes of one item: half the price of a transaction, for items that nothing has to agree with.</summary>
public sealed partial class Table
{
    /// <returns>Null when it was written; the item that is there when the condition does not hold.</returns>
    public async Task<Item?> PutUnlessAsync(Item item, Expr condition, CancellationToken ct)
    {
        try
        {
            await client.PutItemAsync(new PutItemRequest
            {
                TableName = name,
                Item = item,
                ConditionExpression = condition?.Text,
                ExpressionAttributeNames = Expr.NamesOf(condition),
                ExpressionAttributeValues = Expr.ValuesOf(condition),
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            }, ct);
            return null;
        }
        catch (ConditionalCheckFailedException failed)
        {
            return failed.Item;
        }
    }

    /// <returns>Whether the condition held.</returns>
    public async Task<bool> UpdateIfAsync(Key key, Expr update, Expr condition, CancellationToken ct)
    {
        try
        {
            await client.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = name,
                Key = key.ToItem(),
                UpdateExpression = update?.Text,
                ConditionExpression = condition?.Text,
                ExpressionAttributeNames = Expr.NamesOf(update, condition),
                ExpressionAttributeValues = Expr.ValuesOf(update, condition),
            }, ct);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}

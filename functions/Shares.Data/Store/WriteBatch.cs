using Amazon.DynamoDBv2.Model;

namespace Shares.Data.Store;

/// <summary>Builds the actions of one transaction, in order. At most one for each item.</summary>
public sealed class WriteBatch(string tableName)
{
    private readonly List<TransactWriteItem> _actions = [];

    public IReadOnlyList<TransactWriteItem> Actions => _actions;

    public WriteBatch Put(Item item, Expr? condition = null) => Add(new()
    {
        Put = new Put
        {
            TableName = tableName,
            Item = item,
            ConditionExpression = condition?.Text,
            ExpressionAttributeNames = Expr.NamesOf(condition),
            ExpressionAttributeValues = Expr.ValuesOf(condition),
        },
    });

    public WriteBatch Update(Key key, Expr update, Expr? condition = null) => Add(new()
    {
        Update = new Update
        {
            TableName = tableName,
            Key = key.ToItem(),
            UpdateExpression = update?.Text,
            ConditionExpression = condition?.Text,
            ExpressionAttributeNames = Expr.NamesOf(update, condition),
            ExpressionAttributeValues = Expr.ValuesOf(update, condition),
        },
    });

    public WriteBatch Delete(Key key, Expr? condition = null) => Add(new()
    {
        Delete = new Delete
        {
            TableName = tableName,
            Key = key.ToItem(),
            ConditionExpression = condition?.Text,
            ExpressionAttributeNames = Expr.NamesOf(condition),
            ExpressionAttributeValues = Expr.ValuesOf(condition),
        },
    });

    public WriteBatch Check(Key key, Expr condition) => Add(new()
    {
        ConditionCheck = new ConditionCheck
        {
            TableName = tableName,
            Key = key.ToItem(),
            ConditionExpression = condition?.Text,
            ExpressionAttributeNames = Expr.NamesOf(condition),
            ExpressionAttributeValues = Expr.ValuesOf(condition),
        },
    });

    public WriteBatch AddRange(IEnumerable<TransactWriteItem> actions)
    {
        _actions.AddRange(actions);
        return this;
    }

    private WriteBatch Add(TransactWriteItem action)
    {
        _actions.Add(action);
        return this;
    }
}

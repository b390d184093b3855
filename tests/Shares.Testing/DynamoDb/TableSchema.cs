using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Shares.Testing.DynamoDb;

/// <summary>The single table: string keys PK and SK, a stream of both images, no secondary index.</summary>
public static class TableSchema
{
    public static CreateTableRequest For(string tableName) => new()
    {
        TableName = tableName,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [new("PK", ScalarAttributeType.S), new("SK", ScalarAttributeType.S)],
        KeySchema = [new("PK", KeyType.HASH), new("SK", KeyType.RANGE)],
        StreamSpecification = new() { StreamEnabled = true, StreamViewType = StreamViewType.NEW_AND_OLD_IMAGES },
    };
}

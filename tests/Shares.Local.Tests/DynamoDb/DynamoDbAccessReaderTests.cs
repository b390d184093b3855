using System.Text.Json.Nodes;
using Shares.Local.DynamoDb;

namespace Shares.Local.Tests.DynamoDb;

public sealed class DynamoDbAccessReaderTests
{
    private const string Key = """{"PK":{"S":"A#1"},"SK":{"S":"META"}}""";

    [Theory]
    [InlineData("GetItem", $$"""{"TableName":"T","Key":{{Key}}}""")]
    [InlineData("UpdateItem", $$"""{"TableName":"T","Key":{{Key}}}""")]
    [InlineData("DeleteItem", $$"""{"TableName":"arn:aws:dynamodb:us-east-1:111122223333:table/T","Key":{{Key}}}""")]
    [InlineData("PutItem", $$"""{"TableName":"T","Item":{{Key}}}""")]
    [InlineData("Query", """{"TableName":"T","KeyConditionExpression":"PK = :p","ExpressionAttributeValues":{":p":{"S":"A#1"}}}""")]
    [InlineData("Query", """{"TableName":"T","KeyConditionExpression":"begins_with(#s, :s) AND #p=:p","ExpressionAttributeNames":{"#p":"PK","#s":"SK"},"ExpressionAttributeValues":{":p":{"S":"A#1"},":s":{"S":"B"}}}""")]
    [InlineData("Query", """{"TableName":"T","KeyConditionExpression":"#s = :s AND #p = :p","ExpressionAttributeNames":{"#p":"PK","#s":"SK"},"ExpressionAttributeValues":{":p":{"S":"A#1"},":s":{"S":"B"}}}""")]
    [InlineData("Query", """{"TableName":"T","KeyConditions":{"PK":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"A#1"}]}}}""")]
    public void An_operation_on_items_of_one_key_needs_its_own_action_with_that_key(string operation, string input) =>
        Assert.Equal([$"dynamodb:{operation} T A#1"], Read(operation, input));

    [Fact]
    public void A_batch_needs_one_action_for_each_table_with_all_its_keys()
    {
        const string keys = """[{"PK":{"S":"A"},"SK":{"S":"1"}},{"PK":{"S":"B"},"SK":{"S":"1"}},{"PK":{"S":"A"},"SK":{"S":"2"}}]""";
        Assert.Equal(
            ["dynamodb:BatchGetItem T A B", "dynamodb:BatchGetItem U C"],
            Read("BatchGetItem", $$$"""{"RequestItems":{"T":{"Keys":{{{keys}}}},"U":{"Keys":[{"PK":{"S":"C"}}]} } }"""));
        Assert.Equal(
            ["dynamodb:BatchWriteItem T A B"],
            Read("BatchWriteItem", """{"RequestItems":{"T":[{"PutRequest":{"Item":{"PK":{"S":"A"}}}},{"DeleteRequest":{"Key":{"PK":{"S":"B"}}}}]}}"""));
    }

    [Fact]
    public void A_transaction_needs_the_actions_of_what_is_in_it_and_none_of_its_own()
    {
        const string items = """
            [{"Put":{"TableName":"T","Item":{"PK":{"S":"A"}}}}, {"Put":{"TableName":"T","Item":{"PK":{"S":"B"}}}}, {"Update":{"TableName":"T","Key":{"PK":{"S":"C"}}}},
             {"Delete":{"TableName":"T","Key":{"PK":{"S":"D"}}}}, {"ConditionCheck":{"TableName":"T","Key":{"PK":{"S":"E"}}}}]
            """;
        Assert.Equal(
            [
                "dynamodb:PutItem T A B in TransactWriteItems", "dynamodb:UpdateItem T C in TransactWriteItems",
                "dynamodb:DeleteItem T D in TransactWriteItems", "dynamodb:ConditionCheckItem T E in TransactWriteItems",
            ],
            Read("TransactWriteItems", $$"""{"TransactItems":{{items}}}"""));
        Assert.Equal(
            ["dynamodb:GetItem T A in TransactGetItems"],
            Read("TransactGetItems", """{"TransactItems":[{"Get":{"TableName":"T","Key":{"PK":{"S":"A"}}}}]}"""));
    }

    [Theory]
    [InlineData("Scan", """{"TableName":"T"}""", "dynamodb:Scan T")]
    [InlineData("DescribeTable", """{"TableName":"T"}""", "dynamodb:DescribeTable T")]
    [InlineData("ListTables", "{}", "dynamodb:ListTables *")]
    [InlineData("DescribeStream", """{"StreamArn":"arn:s"}""", "dynamodb:DescribeStream arn:s")]
    public void What_is_about_no_item_by_key_names_none(string operation, string input, string expected) => Assert.Equal([expected], Read(operation, input));

    [Theory]
    [InlineData("GetItem", """{"TableName":"T","Key":{"SK":{"S":"META"}}}""")]
    [InlineData("GetItem", $$"""{"Key":{{Key}}}""")]
    [InlineData("Query", """{"TableName":"T","KeyConditionExpression":"SK = :s","ExpressionAttributeValues":{":s":{"S":"B"}}}""")]
    [InlineData("Query", """{"TableName":"T","IndexName":"I","KeyConditionExpression":"PK = :p","ExpressionAttributeValues":{":p":{"S":"A#1"}}}""")]
    [InlineData("BatchWriteItem", """{"RequestItems":{"T":[{}]}}""")]
    [InlineData("TransactWriteItems", """{"TransactItems":[{"Other":{"TableName":"T"}}]}""")]
    [InlineData("TransactWriteItems", """{"TransactItems":"all"}""")]
    public void A_key_that_cannot_be_found_is_no_permission(string operation, string input) =>
        Assert.Null(new DynamoDbAccessReader("PK").Read($"DynamoDB_20120810.{operation}", JsonNode.Parse(input)!.AsObject()));

    private static IEnumerable<string> Read(string operation, string input) =>
        new DynamoDbAccessReader("PK").Read($"DynamoDB_20120810.{operation}", JsonNode.Parse(input)!.AsObject())!.Select(access =>
            $"{access.Action} {access.Resource.Replace("arn:aws:dynamodb:us-east-1:111122223333:table/", "", StringComparison.Ordinal)}"
            + string.Concat((access.LeadingKeys ?? []).Select(key => $" {key}"))
            + (access.EnclosingOperation is null ? "" : $" in {access.EnclosingOperation}"));
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Shares.Local.DynamoDb;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.DynamoDb;

public sealed class DynamoDbAuthorizerTests(DynamoDbLocalFixture fixture) : IAsyncLifetime
{
    private const string Table = "Authorized", Arn = $"arn:aws:dynamodb:us-east-1:111122223333:table/{Table}";
    private const string WritesShares = $$$"""
        [{"Effect":"Allow","Action":["dynamodb:PutItem","dynamodb:BatchWriteItem"],"Resource":"{{{Arn}}}",
          "Condition":{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["SHARE#*"]} } }]
        """;

    private ProxyFixture _proxy = null!;

    public async ValueTask InitializeAsync()
    {
        _proxy = await ProxyFixture.StartAsync(fixture.Local.Endpoint);
        using var http = new HttpClient();
        await TableSetup.CreateAsync(new(http, fixture.Local.Endpoint), RealTemplate.Load().Table with { Name = Table }, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    [Fact]
    public async Task A_request_without_a_signature_is_refused()
    {
        using var http = new HttpClient();
        using var response = await http.PostAsJsonAsync(_proxy.Endpoint, new { }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("com.amazon.coral.service#MissingAuthenticationTokenException", (string?)body["__type"]);
    }

    [Fact]
    public async Task Keys_that_nobody_was_given_are_refused()
    {
        using var client = _proxy.Client(new BasicAWSCredentials("local", "local"));
        Assert.Equal("UnrecognizedClientException", (await RefusedAsync(() => client.ListTablesAsync(TestContext.Current.CancellationToken))).ErrorCode);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        var keys = _proxy.Aws.Admin;
        using var client = _proxy.Client(new SessionAWSCredentials(keys.AccessKeyId, "wrong", keys.SessionToken));
        Assert.Equal("InvalidSignatureException", (await RefusedAsync(() => client.ListTablesAsync(TestContext.Current.CancellationToken))).ErrorCode);
    }

    [Fact]
    public async Task A_caller_does_what_its_policy_allows_and_is_told_which_action_it_lacks()
    {
        using var client = _proxy.Caller(WritesShares);
        await client.PutItemAsync(Table, Item("SHARE#1"), TestContext.Current.CancellationToken);
        var refusal = await RefusedAsync(() => client.GetItemAsync(Table, Item("SHARE#1"), TestContext.Current.CancellationToken));
        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
        Assert.Equal(
            $"User: arn:aws:sts::111122223333:assumed-role/caller/test is not authorized to perform: dynamodb:GetItem on resource: {Arn} "
            + "because no identity-based policy allows the dynamodb:GetItem action",
            refusal.Message);
    }

    [Fact]
    public async Task Partition_keys_outside_the_policys_patterns_are_refused_one_by_one_and_among_others()
    {
        using var client = _proxy.Caller(WritesShares);
        await client.BatchWriteItemAsync(Batch("SHARE#1", "SHARE#2"), TestContext.Current.CancellationToken);
        await IsDeniedAsync(() => client.PutItemAsync(Table, Item("PROJECT#1"), TestContext.Current.CancellationToken));
        await IsDeniedAsync(() => client.BatchWriteItemAsync(Batch("SHARE#1", "PROJECT#1"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_transaction_is_refused_as_a_whole_for_one_operation_that_is_not_allowed()
    {
        using var client = _proxy.Caller(WritesShares);
        using var administrator = _proxy.Administrator();
        var put = new TransactWriteItem { Put = new() { TableName = Table, Item = Item("SHARE#transaction") } };
        var check = new TransactWriteItem { ConditionCheck = new() { TableName = Table, Key = Item("SHARE#other"), ConditionExpression = "attribute_not_exists(PK)" } };
        var refusal = await RefusedAsync(() => client.TransactWriteItemsAsync(new() { TransactItems = [put, check] }, TestContext.Current.CancellationToken));
        Assert.Contains("dynamodb:ConditionCheckItem", refusal.Message, StringComparison.Ordinal);
        Assert.Null((await administrator.GetItemAsync(Table, Item("SHARE#transaction"), TestContext.Current.CancellationToken)).Item);
        await client.TransactWriteItemsAsync(new() { TransactItems = [put] }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_policy_can_allow_an_operation_within_transactions_only()
    {
        using var client = _proxy.Caller($$$"""
            [{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"{{{Arn}}}","Condition":{"StringEquals":{"dynamodb:EnclosingOperation":"TransactWriteItems"} } }]
            """);
        await client.TransactWriteItemsAsync(
            new() { TransactItems = [new() { Put = new() { TableName = Table, Item = Item("SHARE#1") } }] }, TestContext.Current.CancellationToken);
        await IsDeniedAsync(() => client.PutItemAsync(Table, Item("SHARE#1"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_function_used_and_what_it_was_refused_is_on_record()
    {
        using var client = _proxy.Function("SomeFunction", WritesShares);
        await client.PutItemAsync(Table, Item("SHARE#1"), TestContext.Current.CancellationToken);
        await IsDeniedAsync(() => client.PutItemAsync(Table, Item("PROJECT#1"), TestContext.Current.CancellationToken));
        var recorded = Assert.Single(_proxy.Record.Functions);
        Assert.Equal($"dynamodb:PutItem on {Arn} for SHARE#*", Assert.Single(recorded.Used).ToString());
        Assert.Equal($"dynamodb:BatchWriteItem on {Arn} for SHARE#*", Assert.Single(recorded.Unused).ToString());
        Assert.Equal([$"dynamodb:PutItem on {Arn} for PROJECT#1"], recorded.Refused);
    }

    private static Dictionary<string, AttributeValue> Item(string partitionKey) => new() { ["PK"] = new(partitionKey), ["SK"] = new("META") };

    private static BatchWriteItemRequest Batch(params string[] keys) =>
        new() { RequestItems = new() { [Table] = [.. keys.Select(key => new WriteRequest(new PutRequest(Item(key))))] } };

    private static Task<AmazonDynamoDBException> RefusedAsync(Func<Task> request) => Assert.ThrowsAsync<AmazonDynamoDBException>(request);

    private static async Task IsDeniedAsync(Func<Task> request) => Assert.Equal("AccessDeniedException", (await RefusedAsync(request)).ErrorCode);
}

using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.SecurityToken;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Roles;

/// <summary>What the role of a function keeps from whoever gets hold of its keys.</summary>
public sealed class FunctionRoleTests(LocalCloud cloud)
{
    private const string Table = "SharesTable";

    [Theory]
    [InlineData("ApiFunctionRole")]
    [InlineData("AccessFunctionRole")]
    [InlineData("ProvisioningFunctionRole")]
    [InlineData("EgressFunctionRole")]
    [InlineData("BillingFunctionRole")]
    public async Task No_function_reads_the_whole_table(string role) =>
        await RefusesAsync(role, "dynamodb:Scan", table => table.ScanAsync(new ScanRequest(Table)));

    [Theory]
    [InlineData("AccessFunctionRole")]
    [InlineData("ProvisioningFunctionRole")]
    [InlineData("EgressFunctionRole")]
    [InlineData("BillingFunctionRole")]
    public async Task Only_Api_makes_somebody_a_member(string role)
    {
        var membership = Item("USER#eve", "PROJECT#01");
        await RefusesAsync(role, "dynamodb:PutItem", table => table.PutItemAsync(Table, membership));
        await RefusesAsync(role, "dynamodb:PutItem", table => table.TransactWriteItemsAsync(
            new() { TransactItems = [new() { Put = new() { TableName = Table, Item = membership } }] }));
    }

    [Fact]
    public async Task Access_puts_nothing_into_the_partition_that_says_who_is_in_a_project_and_what_it_subscribed_to() =>
        await RefusesAsync("AccessFunctionRole", "dynamodb:PutItem", table => table.PutItemAsync(Table, Item("PROJECT#0199a0b0-0000-7000-8000-00000000000d", "MEMBER#eve")));

    [Fact]
    public async Task Api_assumes_no_role()
    {
        var config = new AmazonSecurityTokenServiceConfig { ServiceURL = cloud.Internet.ToString(), AuthenticationRegion = "us-east-1" };
        using var sts = new AmazonSecurityTokenServiceClient(await cloud.CredentialsAsync("ApiFunctionRole"), config);
        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.AssumeRoleAsync(
            new() { RoleArn = $"arn:aws:iam::{LocalCloud.AccountId}:role/SharesDownloadRole", RoleSessionName = "eve" }));
        Assert.Equal("AccessDenied", refusal.ErrorCode);
    }

    [Fact]
    public async Task An_administrator_looks_at_the_table()
    {
        using var table = new AmazonDynamoDBClient(await cloud.CredentialsAsync("admin"), Config());
        Assert.NotNull((await table.ScanAsync(new ScanRequest(Table) { Limit = 1 })).Items);
    }

    private async Task RefusesAsync(string role, string action, Func<AmazonDynamoDBClient, Task> request)
    {
        using var table = new AmazonDynamoDBClient(await cloud.CredentialsAsync(role), Config());
        var refusal = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => request(table));
        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
        Assert.Contains($"is not authorized to perform: {action} on resource: arn:aws:dynamodb:us-east-1:{LocalCloud.AccountId}:table/{Table} ", refusal.Message, StringComparison.Ordinal);
    }

    private AmazonDynamoDBConfig Config() => new() { ServiceURL = cloud.Store.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 };

    private static Dictionary<string, AttributeValue> Item(string partitionKey, string sortKey) => new() { ["PK"] = new(partitionKey), ["SK"] = new(sortKey) };
}

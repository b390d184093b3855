using Amazon.DynamoDBv2.Model;
using Shares.Local.DynamoDb;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.DynamoDb;

public sealed class DynamoDbProxyTests(DynamoDbLocalFixture fixture)
{
    [Fact]
    public async Task The_sdk_reads_through_the_proxy_what_it_wrote()
    {
        await using var proxy = await ProxyFixture.StartAsync(fixture.Local.Endpoint);
        var table = await CreateTableAsync("Proxied");
        using var client = proxy.Administrator();
        var value = new string('x', 300_000);
        await client.PutItemAsync(
            table,
            new() { ["PK"] = new("SHARE#1"), ["SK"] = new("META"), ["Value"] = new(value) },
            TestContext.Current.CancellationToken);
        var read = await client.GetItemAsync(
            table, new() { ["PK"] = new("SHARE#1"), ["SK"] = new("META") }, TestContext.Current.CancellationToken);
        Assert.Equal(value, read.Item["Value"].S);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            client.GetItemAsync("Nowhere", new() { ["PK"] = new("1"), ["SK"] = new("1") }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_store_that_is_gone_is_a_503()
    {
        await using var proxy = await ProxyFixture.StartAsync(new("http://127.0.0.1:1"));
        using var client = proxy.Administrator();
        var error = await Assert.ThrowsAnyAsync<Amazon.DynamoDBv2.AmazonDynamoDBException>(() => client.ListTablesAsync(TestContext.Current.CancellationToken));
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, error.StatusCode);
    }

    private async Task<string> CreateTableAsync(string name)
    {
        using var http = new HttpClient();
        var client = new DynamoDbClient(http, fixture.Local.Endpoint);
        await TableSetup.CreateAsync(client, RealTemplate.Load().Table with { Name = name }, TestContext.Current.CancellationToken);
        return name;
    }
}

using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Shares.Local.DynamoDb;
using Shares.Local.Tests.Lambda;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.DynamoDb;

public sealed class DynamoDbProxyTests(DynamoDbLocalFixture fixture)
{
    [Fact]
    public async Task The_sdk_reads_through_the_proxy_what_it_wrote()
    {
        await using var proxy = await ProxyFixture.StartAsync(fixture.Local.Endpoint);
        await using var lambda = new LambdaFixture();
        proxy.Crashes = lambda.Lambda.Crashes;
        var table = await CreateTableAsync("Proxied");
        using var client = new AmazonDynamoDBClient("key", "secret", new AmazonDynamoDBConfig
        {
            ServiceURL = proxy.Endpoint.ToString(),
            AuthenticationRegion = "us-east-1",
        });
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
        await using var lambda = new LambdaFixture();
        proxy.Crashes = lambda.Lambda.Crashes;
        using var http = new HttpClient();
        using var response = await http.GetAsync(proxy.Endpoint, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    private async Task<string> CreateTableAsync(string name)
    {
        using var http = new HttpClient();
        var client = new DynamoDbClient(http, fixture.Local.Endpoint);
        await TableSetup.CreateAsync(client, RealTemplate.Load().Table with { Name = name }, TestContext.Current.CancellationToken);
        return name;
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Shares.Local.DynamoDb;
using Shares.Local.Tests.DynamoDb;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.Lambda;

public sealed class CrashControlTests(DynamoDbLocalFixture store)
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_process_dies_after_its_nth_call_was_carried_out_and_before_it_learns_of_it(int afterCalls)
    {
        await using var proxy = await ProxyFixture.StartAsync(store.Local.Endpoint);
        await using var fixture = new LambdaFixture(dynamoDb: proxy.Endpoint, account: proxy.Aws);
        var crashes = proxy.Crashes = fixture.Lambda.Crashes;
        var (table, client) = await CreateTableAsync($"Crash{afterCalls}");
        crashes.Arm(LambdaFixture.Function, afterCalls);
        var seen = Path.Combine(fixture.Folder, "seen");

        var (isError, payload) = await fixture.InvokeAsync(Call(table, seen, 5));

        Assert.True(isError);
        Assert.Equal("Runtime.ExitError", payload["errorType"]!.ToString());
        Assert.EndsWith("signal: killed", payload["errorMessage"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal((afterCalls - 1).ToString(CultureInfo.InvariantCulture), await File.ReadAllTextAsync(seen, TestContext.Current.CancellationToken));
        Assert.Equal(afterCalls, await CountAsync(client, table));
        Assert.True(crashes.Status(LambdaFixture.Function).HasFired);

        var (failsAgain, _) = await fixture.InvokeAsync(Call(table, seen, 5));
        Assert.False(failsAgain);
    }

    [Fact]
    public async Task With_fewer_calls_nothing_dies()
    {
        await using var proxy = await ProxyFixture.StartAsync(store.Local.Endpoint);
        await using var fixture = new LambdaFixture(dynamoDb: proxy.Endpoint, account: proxy.Aws);
        var crashes = proxy.Crashes = fixture.Lambda.Crashes;
        var (table, _) = await CreateTableAsync("NoCrash");
        crashes.Arm(LambdaFixture.Function, 4);
        var (isError, _) = await fixture.InvokeAsync(Call(table, Path.Combine(fixture.Folder, "seen"), 3));
        Assert.False(isError);
        Assert.Equal(3, crashes.Status(LambdaFixture.Function).Calls);
        Assert.False(crashes.Status(LambdaFixture.Function).HasFired);
    }

    private static JsonObject Call(string table, string file, int count) =>
        new() { ["do"] = "call", ["table"] = table, ["file"] = file, ["count"] = count };

    private static async Task<int> CountAsync(DynamoDbClient client, string table) =>
        (await client.TablesAsync("Scan", new() { ["TableName"] = table }, TestContext.Current.CancellationToken))["Count"]!.GetValue<int>();

    private async Task<(string Table, DynamoDbClient Client)> CreateTableAsync(string name)
    {
        var client = new DynamoDbClient(new HttpClient(), store.Local.Endpoint);
        await TableSetup.CreateAsync(client, RealTemplate.Load().Table with { Name = name }, TestContext.Current.CancellationToken);
        return (name, client);
    }
}

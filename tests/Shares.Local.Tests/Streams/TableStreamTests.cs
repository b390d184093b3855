using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Shares.Local.DynamoDb;
using Shares.Local.Streams;
using Shares.Local.Template;
using Shares.Local.Tests.DynamoDb;
using Shares.Local.Tests.Lambda;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.Streams;

public sealed class TableStreamTests(DynamoDbLocalFixture store) : IAsyncDisposable
{
    /// <summary>Of its own, since what the template wants changes with the functions.</summary>
    private static readonly JsonNode Wanted = JsonNode.Parse("""{"dynamodb":{"Keys":{"SK":{"S":["META",{"prefix":"SUBSCRIBER#"}]}}}}""")!;

    private readonly HttpClient _http = new();
    private readonly LambdaFixture _lambda = new();

    [Fact]
    public async Task A_change_reaches_the_function_in_the_shape_of_lambdas_event()
    {
        var (client, table, stream) = await CreateTableAsync("Shape");
        await using var delivery = Deliver(client, table, stream);
        await PutAsync(client, table, "SHARE#1", "META", "old");
        await PutAsync(client, table, "SHARE#1", "META", "new");
        await client.TablesAsync("DeleteItem", new() { ["TableName"] = table.Name, ["Key"] = Items.Item("SHARE#1", "META") }, TestContext.Current.CancellationToken);

        var records = await ReceiveAsync(3);

        Assert.Equal(["INSERT", "MODIFY", "REMOVE"], records.Select(record => record["eventName"]!.ToString()));
        var modify = records[1];
        Assert.Equal("aws:dynamodb", modify["eventSource"]!.ToString());
        Assert.Equal("us-east-1", modify["awsRegion"]!.ToString());
        Assert.StartsWith("arn:aws:dynamodb:us-east-1:111122223333:table/Shape/stream/", modify["eventSourceARN"]!.ToString(), StringComparison.Ordinal);
        var change = modify["dynamodb"]!;
        Assert.Equal("SHARE#1", change["Keys"]!["PK"]!["S"]!.ToString());
        Assert.Equal("old", change["OldImage"]!["Value"]!["S"]!.ToString());
        Assert.Equal("new", change["NewImage"]!["Value"]!["S"]!.ToString());
        Assert.Equal("NEW_AND_OLD_IMAGES", change["StreamViewType"]!.ToString());
        foreach (var member in (string[])["ApproximateCreationDateTime", "SequenceNumber", "SizeBytes"]) Assert.NotNull(change[member]);
        foreach (var member in (string[])["eventID", "eventVersion"]) Assert.NotNull(modify[member]);
    }

    [Fact]
    public async Task Changes_come_in_order_in_batches_no_larger_than_the_mapping_says()
    {
        var (client, table, stream) = await CreateTableAsync("Order");
        for (var number = 0; number < 25; number++) await PutAsync(client, table, "SHARE#1", $"SUBSCRIBER#{number:00}");
        await using var delivery = Deliver(client, table, stream, batchSize: 10);
        var records = await ReceiveAsync(25);
        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"SUBSCRIBER#{number:00}"), records.Select(SortKey));
        Assert.All(Batches(), batch => Assert.InRange(batch.Count, 1, 10));
    }

    [Fact]
    public async Task Changes_that_no_filter_wants_are_left_out()
    {
        var (client, table, stream) = await CreateTableAsync("Filtered");
        await PutAsync(client, table, "DATASET#1", "FILES");
        await PutAsync(client, table, "SHARE#1", "ENFORCEMENT");
        await PutAsync(client, table, "SHARE#1", "META");
        await using var delivery = Deliver(client, table, stream);
        Assert.Equal(["META"], (await ReceiveAsync(1)).Select(SortKey));
    }

    [Fact]
    public async Task A_change_that_the_function_dies_of_is_given_up_and_the_others_arrive()
    {
        await File.WriteAllTextAsync(_lambda.Deliveries + ".fail", "SUBSCRIBER#1", TestContext.Current.CancellationToken);
        var (client, table, stream) = await CreateTableAsync("Poison");
        for (var number = 0; number < 4; number++) await PutAsync(client, table, "SHARE#1", $"SUBSCRIBER#{number}");
        await using var delivery = Deliver(client, table, stream, retries: 1);
        while (SucceededKeys().Distinct().Count() < 3) await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Equal(["SUBSCRIBER#0", "SUBSCRIBER#2", "SUBSCRIBER#3"], SucceededKeys());
    }

    [Fact]
    public async Task Delivery_goes_on_after_a_restart_where_it_stopped()
    {
        var (client, table, stream) = await CreateTableAsync("Resumed");
        var checkpoints = Path.Combine(_lambda.Folder, "checkpoints.json");
        await using (Deliver(client, table, stream, checkpoints: checkpoints))
        {
            await PutAsync(client, table, "SHARE#1", "SUBSCRIBER#1");
            while (!File.Exists(checkpoints)) await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await PutAsync(client, table, "SHARE#1", "SUBSCRIBER#2");
        await using var again = Deliver(client, table, stream, checkpoints: checkpoints);
        Assert.Equal(["SUBSCRIBER#1", "SUBSCRIBER#2"], (await ReceiveAsync(2)).Select(SortKey));
    }

    public async ValueTask DisposeAsync()
    {
        await _lambda.DisposeAsync();
        _http.Dispose();
    }

    private static string SortKey(JsonNode record) => record["dynamodb"]!["Keys"]!["SK"]!["S"]!.ToString();

    private static Task<JsonObject> PutAsync(DynamoDbClient client, TableModel table, string partitionKey, string sortKey, string? value = null) =>
        client.TablesAsync(
            "PutItem", new() { ["TableName"] = table.Name, ["Item"] = Items.Item(partitionKey, sortKey, value) }, TestContext.Current.CancellationToken);

    private async Task<(DynamoDbClient Client, TableModel Table, string Stream)> CreateTableAsync(string name)
    {
        var client = new DynamoDbClient(_http, store.Local.Endpoint);
        var table = RealTemplate.Load().Table with { Name = name };
        return (client, table, (await TableSetup.CreateAsync(client, table, TestContext.Current.CancellationToken)).Stream);
    }

    private TableStream Deliver(DynamoDbClient client, TableModel table, string stream, int batchSize = 100, int? retries = 10, string? checkpoints = null)
    {
        var source = RealTemplate.Load().Function("ProvisioningFunction").EventSources.Single() with
        {
            BatchSize = batchSize, MaximumRetryAttempts = retries, Filters = [Wanted],
        };
        var mapping = new EventSourceMapping(_lambda.Lambda, LambdaFixture.Function, source, table, TimeProvider.System, NullLogger.Instance);
        var delivery = new TableStream(client, stream, mapping, new Checkpoints(checkpoints), TimeProvider.System, NullLogger.Instance);
        delivery.StartDelivery();
        return delivery;
    }

    private List<JsonArray> Batches() => File.Exists(_lambda.Deliveries)
        ? [.. File.ReadAllLines(_lambda.Deliveries).Select(line => JsonNode.Parse(line)!.AsArray())]
        : [];

    /// <summary>Of the batches that did not hold the record that fails.</summary>
    private List<string> SucceededKeys() =>
        [.. Batches().Select(batch => batch.Select(record => SortKey(record!)).ToList()).Where(keys => !keys.Contains("SUBSCRIBER#1")).SelectMany(keys => keys)];

    private async Task<List<JsonNode>> ReceiveAsync(int count)
    {
        while (true)
        {
            List<JsonNode> records = [.. Batches().SelectMany(batch => batch).Select(record => record!)];
            if (records.Count >= count) return records;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}

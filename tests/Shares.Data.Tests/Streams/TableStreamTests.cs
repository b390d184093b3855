using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Shares.Core.Ids;
using Shares.Data.Streams;
using Shares.Data.Tests.Items;
using Shares.Data.Tests.Sharing;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Streams;

/// <summary>Reads the real stream of the table; its records are what Lambda delivers.</summary>
public sealed class TableStreamTests(StreamFixture fixture) : IClassFixture<StreamFixture>, IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = fixture.Table.Endpoint };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_stream_tells_of_projects_shares_and_datasets()
    {
        var stores = fixture.Stores;
        var project = (await stores.Projects.CreateAsync(Values.Project.Single() with { Settings = new() { IsShareable = true, IsDiscoverable = true } }, AsAda, Ct)).ValueOrThrow();
        var share = (await stores.Shares.CreateAsync(Values.Share.Single() with { PublisherId = project.Id, Version = 1 }, AsAda, Ct)).ValueOrThrow();
        var dataset = (await stores.Datasets.CreateAsync(Dataset(project.Id, "a"), AsAda, Ct)).ValueOrThrow();
        var edited = (await stores.Shares.UpdateAsync(share.Id, null, AsBob, s => s with { Name = "new" }, Ct)).ValueOrThrow();
        await stores.Shares.DeleteAsync(share.Id, null, AsAda, Ct);

        var changes = (await ReadAsync()).Records.Select(record => record.Change).OfType<TableChange>().Where(change => IsOf(change, project.Id)).ToList();
        Same.As<object>(
            new object?[] { project, share, dataset, share, edited, edited },
            changes.SelectMany(change => new object?[] { Of(change).Old, Of(change).New }).Where(image => image is not null).ToArray());
        Assert.Equal([(false, true), (false, true), (false, true), (true, true), (true, false)], changes.Select(change => (Of(change).Old is not null, Of(change).New is not null)));
    }

    [Fact]
    public async Task The_stream_tells_who_loses_access_and_when()
    {
        var stores = fixture.Stores;
        var before = TimeProvider.System.GetUtcNow();
        var project = (await stores.Projects.CreateAsync(Project(isDiscoverable: true), AsAda, Ct)).ValueOrThrow();
        Assert.Null((await stores.Members.SetRoleAsync(project.Id, Bob, Core.Projects.Role.Admin, AsAda, Ct)).Failure);
        Assert.Null((await stores.Members.SetRoleAsync(project.Id, Bob, null, AsAda, Ct)).Failure);
        var share = (await stores.Shares.CreateAsync(Share(project.Id, New<ProjectId>()), AsAda, Ct)).ValueOrThrow();
        var lab = share.SharedProjectIds.Single();
        (await stores.Shares.SubscribeAsync(share, lab, AsAda, Ct)).ValueOrThrow();
        (await stores.Shares.UnsubscribeAsync(share, lab, AsAda, Ct)).ValueOrThrow();
        var usage = UsageStoreTests.Of(share.Id, New<UsageId>());
        await stores.Usages.RecordAsync([usage], Ct);
        (await stores.Usages.CutOffAsync(share, usage.Id, AsAda, Ct)).ValueOrThrow();
        await stores.Enforcements.AskForVerificationAsync(share.Id, Ct);

        var records = (await ReadAsync()).Records;
        var changes = records.Select(record => record.Change).OfType<TableChange>().ToList();
        Assert.Contains(new TableChange.MemberGone(project.Id, Bob), changes);
        Assert.Equal(2, changes.Count(change => change is TableChange.RevocationRequested asked && asked.ShareId == share.Id));
        Assert.Contains(changes, c => c is TableChange.VerificationRequested asked && asked.ShareId == share.Id);
        Assert.All(records.Where(r => r.Images.Keys["PK"].S.Contains($"{share.Id}", StringComparison.Ordinal)), r => Assert.InRange(r.MadeAt!.Value, before.AddMinutes(-1), TimeProvider.System.GetUtcNow()));
    }

    [Fact]
    public void An_unreadable_record_fails_alone()
    {
        const string json = """
            {"Records":[
              {"eventID":"1","eventName":"INSERT","dynamodb":{"Keys":{"PK":{"S":"SHARE#x"},"SK":{"S":"META"}},"NewImage":{"A":{"NULL":true},"B":{"SS":["x"]},"C":{"NS":["1"]}},"SequenceNumber":"11"}},
              {"eventID":"2","eventName":"REMOVE","dynamodb":{"Keys":{"PK":{"S":"PROJECT#x"},"SK":{"S":"MEMBER#ada"}},"SequenceNumber":"12"}}]}
            """;
        var records = JsonSerializer.Deserialize(json, TableStreamJson.Default.TableStreamEvent)!.Records;
        Assert.Equal(["11", "12"], records.Select(record => record.SequenceNumber));
        Assert.ThrowsAny<Exception>(() => records[0].Change);
        Assert.Null(records[1].Change);
    }

    public void Dispose() => _http.Dispose();

    private static (object? Old, object? New) Of(TableChange change) => change switch
    {
        TableChange.ProjectChanged(var old, var @new) => (old, @new),
        TableChange.ShareChanged(var old, var @new) => (old, @new),
        TableChange.DatasetChanged(var old, var @new) => (old, @new),
        _ => throw new InvalidOperationException(),
    };

    private static bool IsOf(TableChange change, ProjectId project) => change switch
    {
        TableChange.ProjectChanged of => (of.New ?? of.Old)!.Id == project,
        TableChange.ShareChanged of => (of.New ?? of.Old)!.PublisherId == project,
        TableChange.DatasetChanged of => (of.New ?? of.Old)!.ProjectId == project,
        _ => false,
    };

    /// <summary>All records so far. The SDK has streams in another package; their protocol is a POST.</summary>
    private async Task<TableStreamEvent> ReadAsync()
    {
        var table = await fixture.Table.Client.DescribeTableAsync(fixture.Table.Name, Ct);
        var stream = table.Table.LatestStreamArn;
        var description = await PostAsync("DescribeStream", new() { ["StreamArn"] = stream });
        var records = new JsonArray();
        foreach (var shard in description["StreamDescription"]!["Shards"]!.AsArray())
        {
            var iterator = await PostAsync("GetShardIterator", new() { ["StreamArn"] = stream, ["ShardId"] = $"{shard!["ShardId"]}", ["ShardIteratorType"] = "TRIM_HORIZON" });
            var read = await PostAsync("GetRecords", new() { ["ShardIterator"] = $"{iterator["ShardIterator"]}" });
            foreach (var record in read["Records"]!.AsArray()) records.Add(record!.DeepClone());
        }

        return JsonSerializer.Deserialize(new JsonObject { ["Records"] = records }.ToJsonString(), TableStreamJson.Default.TableStreamEvent)!;
    }

    private async Task<JsonNode> PostAsync(string operation, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/x-amz-json-1.0")) };
        request.Headers.Add("X-Amz-Target", $"DynamoDBStreams_20120810.{operation}");
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=local/20261122/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00");
        using var response = await _http.SendAsync(request, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}

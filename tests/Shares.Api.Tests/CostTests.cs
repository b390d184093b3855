using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Egress;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Datasets;
using Shares.Data.Items;
using Shares.Data.Sharing;
using Shares.Data.Store;
using Shares.Testing.DynamoDb;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests;

/// <summary>What whole requests read, the caller and the project included, where there is more than a page. Those of the stores are in their own tests.</summary>
public sealed class CostTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_page_of_100_own_datasets_reads_no_more_than_the_page()
    {
        var project = await ProjectAsync(300);
        var answer = await CostsAsync(reads: 2 + 13, project, "GET", "datasets", null, "limit=100");
        Assert.Equal(100, answer.Json.GetProperty("data").GetArrayLength());
        Assert.NotEqual("", answer.Json.GetProperty("nextToken").GetString());
    }

    [Fact]
    public async Task A_preview_of_one_value_reads_what_it_shows_and_counts_the_rest_without_reading()
    {
        var project = await ProjectAsync(300);
        var body = new JsonObject
        {
            ["conditions"] = new JsonArray(new JsonObject { ["field"] = "PROCESS_ID", ["value"] = "rnaseq" }),
            ["sharedProjectIds"] = new JsonArray($"{api.World.Subscriber}"),
        };
        var answer = await CostsAsync(reads: 2 + 18, project, "POST", "shares:preview", body);
        Assert.Equal(300, answer.Json.GetProperty("count").GetInt64());
        Assert.Equal(100, answer.Json.GetProperty("adds").GetProperty("datasets").GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_page_of_100_usages_reads_no_more_than_the_page()
    {
        var (share, now) = (await api.World.ShareAsync("read by many"), api.Time.GetUtcNow());
        await api.Get<UsageStore>().RecordAsync([.. Enumerable.Range(0, 300).Select(_ => new ShareUsage(
            UuidId.New<UsageId>(api.Time), share, UuidId.New<ExecutionId>(api.Time), api.World.Subscriber, UuidId.New<DatasetId>(api.Time),
            "arn:aws:s3:us-east-1:111122223333:accesspoint/x", UsageStatus.Active, now, now, now.AddHours(1)))], default);
        var answer = await CostsAsync(reads: 2 + 15, api.World.Publisher, "GET", $"shares/{share}/usages", null, "limit=100");
        Assert.Equal(100, answer.Json.GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task The_limit_of_a_share_reads_one_for_each_day_of_the_month_and_the_shares_own_rows_of_the_ledger()
    {
        var (share, other) = (await api.World.ShareAsync("limited"), UuidId.New<ShareId>(api.Time));
        var today = DateOnly.FromDateTime(api.Time.GetUtcNow().UtcDateTime);
        await RowsAsync(api.World.Publisher, today, share, 100);
        await RowsAsync(api.World.Publisher, today, other, 1000);
        var answer = await CostsAsync(reads: 4 + 31 + 8, api.World.Publisher, "GET", $"shares/{share}/egress-limit", null);
        Assert.Equal(100, answer.Json.GetProperty("usedBytes").GetInt64());
    }

    [Fact]
    public async Task Egress_of_a_month_reads_its_rows_once_and_each_name_once()
    {
        var project = await ProjectAsync(0);
        var share = await api.World.ShareAsync("sent");
        await RowsAsync(project, new DateOnly(2026, 2, 10), share, 1000);
        var answer = await CostsAsync(reads: 4 + 70 + 2, project, "GET", "egress", null, "from=2026-02-01&to=2026-02-28&groupBy=share,subscriber");
        Assert.Equal(1000, answer.Json.GetProperty("total").GetProperty("requests").GetInt64());
    }

    private Task RowsAsync(ProjectId publisher, DateOnly day, ShareId share, int count)
    {
        EgressKey Row(int n) => new(day, share, default, api.World.Subscriber, PrincipalId.Parse($"user {n}"), TransferZone.Internet, AccessRoute.Credentials);
        return api.Get<Table>().PutManyAsync(Enumerable.Range(0, count).Select(n => EgressItem.KeyOf(publisher, Row(n)).ToItem().With(EgressAmount.Served(1))), default);
    }

    private async Task<HttpApiAnswer> CostsAsync(decimal reads, ProjectId project, string method, string path, JsonNode? body, string query = "")
    {
        using var meter = new MeteredDynamoDb(api.StoreEndpoint);
        await using var instance = await api.StartInstanceAsync(meter.Client);
        meter.Reset();
        var answer = await instance.SendAsync(Actors.Request("owner", method, $"/projects/{project}/{path}", body?.ToJsonString()) with { Query = query });
        Assert.InRange(meter.ReadUnits, 2, reads);
        return answer;
    }

    private async Task<ProjectId> ProjectAsync(int datasets)
    {
        var project = await api.World.ProjectAsync("large", new Dictionary<string, Role> { ["owner"] = Role.Owner });
        var all = Enumerable.Range(0, datasets).Select(n => Sample(project, n)).ToList();
        var table = api.Get<Table>();
        await table.PutManyAsync(all.Select(dataset => DatasetIndexItem.ToItem(DatasetIndexItem.AllOf(project), dataset)), default);
        if (datasets == 0) return project;
        Condition type = new(SelectionField.ProcessId, all[0].ProcessId);
        await table.PutManyAsync(all.Select(dataset => DatasetIndexItem.ToItem(DatasetIndexItem.Partition(project, type), dataset)), default);
        var sum = all.Select(FacetNumbers.Of).Aggregate((one, other) => one + other);
        Assert.True((await table.WriteAsync(table.Batch().Update(FacetItem.KeyOf(project, type), FacetItem.Add(sum)), default)).IsCommitted);
        return project;
    }

    private Dataset Sample(ProjectId project, int n) => new()
    {
        Id = UuidId.New<DatasetId>(api.Time),
        ProjectId = project,
        Name = $"Sample {n}",
        ProcessId = "rnaseq",
        Status = DatasetStatus.Completed,
        CreatedBy = UserId.Parse("contributor"),
        CreatedAt = api.Time.GetUtcNow(),
        UpdatedAt = api.Time.GetUtcNow(),
        TotalSize = new ByteCount(1000),
        FileCount = 2,
    };
}

using Shares.Api.Tests.Running;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;

namespace Shares.Api.Tests.ListUsages;

public sealed class ListUsagesTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private World World => api.World;

    [Fact]
    public async Task Usages_are_listed_latest_first_with_what_they_are_about()
    {
        var (share, dataset) = (await World.ShareAsync("tag"), await World.DatasetAsync("tag"));
        UsageId[] usages = [await World.UsageAsync(share, dataset), await World.UsageAsync(share, dataset)];
        var listed = await ListAsync(share);
        Assert.Equal(usages.OrderByDescending(id => id.Value).Select(id => $"{id}"), listed.Select(u => u.GetProperty("id").GetString()));
        Assert.All(listed, usage =>
        {
            Assert.Equal("DATASET", usage.GetProperty("consumingItem").GetProperty("type").GetString());
            Assert.Equal($"{World.Subscriber}", usage.GetProperty("consumingProjectId").GetString());
            Assert.Equal($"{dataset}", usage.GetProperty("originatingDatasetId").GetString());
            Assert.Equal("RUNNING", usage.GetProperty("status").GetString());
        });
    }

    [Fact]
    public async Task A_usage_is_ended_when_its_session_is()
    {
        var share = await World.ShareAsync("tag");
        // Answers tell times to the millisecond.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(api.Time.GetUtcNow().ToUnixTimeMilliseconds());
        var usage = new ShareUsage(
            UuidId.New<UsageId>(api.Time), share, UuidId.New<ExecutionId>(api.Time), World.Subscriber, UuidId.New<DatasetId>(api.Time), "arn:aws:s3:us-east-1:111122223333:accesspoint/x", UsageStatus.Active,
            now.AddHours(-1), now.AddHours(-1), now);
        await api.Get<UsageStore>().RecordAsync([usage], default);
        var listed = Assert.Single(await ListAsync(share));
        Assert.Equal("DELETED", listed.GetProperty("status").GetString());
        Assert.Equal(now, listed.GetProperty("updatedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Pages_of_usages_follow_each_other_whatever_came_and_went_between_them()
    {
        var (share, dataset) = (await World.ShareAsync("tag"), await World.DatasetAsync("tag"));
        var usages = new List<UsageId>();
        for (var n = 0; n < 5; n++) usages.Add(await World.UsageAsync(share, dataset));
        var seen = new List<string>();
        var token = "";
        for (var page = 0; page == 0 || token.Length > 0; page++)
        {
            var answer = await api.GetAsync("admin", $"/projects/{World.Publisher}/shares/{share}/usages", $"limit=2&nextToken={token}");
            seen.AddRange(answer.Json.GetProperty("data").EnumerateArray().Select(usage => usage.GetProperty("id").GetString()!));
            token = answer.Json.GetProperty("nextToken").GetString()!;
            await World.UsageAsync(share, dataset);
        }

        Assert.Equal(usages.OrderByDescending(id => id.Value).Select(id => $"{id}"), seen);
    }

    private async Task<IReadOnlyList<System.Text.Json.JsonElement>> ListAsync(ShareId share) =>
        [.. (await api.GetAsync("admin", $"/projects/{World.Publisher}/shares/{share}/usages")).Json.GetProperty("data").EnumerateArray()];
}

using Shares.Api.Tests.Running;
using Shares.Core.Projects;

namespace Shares.Api.Tests;

public sealed class PagingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private string Datasets => $"/projects/{api.World.Subscriber}/datasets";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Pages_of_own_and_shared_datasets_hold_each_dataset_once_in_order(int limit)
    {
        var tag = $"paged-{limit}";
        var expected = new List<string>();
        for (var i = 0; i < 7; i++)
            expected.Add((await api.World.DatasetAsync(i % 2 == 0 ? api.World.Publisher : api.World.Subscriber, [tag])).ToString());
        await api.World.ShareAsync(tag);
        await api.World.ShareAsync(tag, isViewRestricted: false);

        var seen = new List<string>();
        var token = "";
        do
        {
            var page = (await api.GetAsync("subscriber-admin", Datasets, $"tag={tag}&limit={limit}&nextToken={token}")).Json;
            var ids = page.GetProperty("data").EnumerateArray().Select(d => d.GetProperty("id").GetString()!).ToList();
            Assert.True(ids.Count <= limit);
            seen.AddRange(ids);
            token = page.GetProperty("nextToken").GetString()!;
        }
        while (token.Length > 0);

        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task A_token_is_good_for_its_caller_and_its_query_only()
    {
        for (var i = 0; i < 3; i++) await api.World.DatasetAsync(api.World.Subscriber, ["bound"]);
        var token = (await api.GetAsync("subscriber-admin", Datasets, "tag=bound&limit=1")).Json.GetProperty("nextToken").GetString()!;
        var altered = (token[0] == 'A' ? 'B' : 'A') + token[1..];

        Assert.Equal(200, (await api.GetAsync("subscriber-admin", Datasets, $"tag=bound&limit=2&nextToken={token}")).StatusCode);
        await RefusedAsync("subscriber-owner", Datasets, $"tag=bound&nextToken={token}");
        await RefusedAsync("subscriber-admin", Datasets, $"tag=other&nextToken={token}");
        await RefusedAsync("subscriber-admin", Datasets, $"nextToken={token}");
        await RefusedAsync("subscriber-admin", $"/projects/{api.World.Subscriber}/shares", $"tag=bound&nextToken={token}");
        await RefusedAsync("subscriber-admin", Datasets, $"tag=bound&nextToken={altered}");
        await RefusedAsync("subscriber-admin", Datasets, $"tag=bound&nextToken={token[..^2]}");
        await RefusedAsync("subscriber-admin", Datasets, "tag=bound&nextToken=%00%FF");
        await RefusedAsync("subscriber-admin", Datasets, $"tag=bound&nextToken={new string('A', 4000)}");
    }

    [Fact]
    public async Task What_a_share_holds_is_paged_too()
    {
        var expected = new List<string>();
        for (var i = 0; i < 3; i++) expected.Add((await api.World.DatasetAsync("held")).ToString());
        var share = await api.World.ShareAsync("held");
        var path = $"/projects/{api.World.Offered}/shares/{share}/datasets";

        var first = (await api.GetAsync("offered-owner", path, "limit=2")).Json;
        var last = (await api.GetAsync("offered-owner", path, $"limit=2&nextToken={first.GetProperty("nextToken").GetString()}")).Json;

        Assert.Equal("", last.GetProperty("nextToken").GetString());
        Assert.Equal(expected, first.GetProperty("data").EnumerateArray().Concat(last.GetProperty("data").EnumerateArray()).Select(d => d.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_list_that_is_an_array_pages_through_a_header()
    {
        for (var i = 0; i < 3; i++) await api.World.ProjectAsync($"array {i}", new Dictionary<string, Role> { ["array-owner"] = Role.Owner });

        var whole = await api.GetAsync("array-owner", "/projects");
        var first = await api.GetAsync("array-owner", "/projects", "limit=2");
        var last = await api.GetAsync("array-owner", "/projects", $"limit=2&nextToken={first.Headers["next-token"]}");

        Assert.Equal(3, whole.Json.GetArrayLength());
        Assert.False(whole.Headers.ContainsKey("next-token"));
        Assert.Equal(["array 0", "array 1"], first.Json.EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Equal(["array 2"], last.Json.EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.False(last.Headers.ContainsKey("next-token"));
    }

    private async Task RefusedAsync(string actor, string path, string query)
    {
        var answer = await api.GetAsync(actor, path, query);
        Assert.Equal(400, answer.StatusCode);
        Assert.Equal("BAD_PAGE_TOKEN", answer.Json.GetProperty("errorCode").GetString());
    }
}

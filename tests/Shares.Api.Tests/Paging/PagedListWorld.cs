using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core.Egress.Costs;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.Paging;

/// <summary>At least two entries in every list that is paged.</summary>
public sealed class PagedListWorld : IAsyncLifetime
{
    private ShareId _share;

    public ApiFixture Api { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Api.InitializeAsync();
        await new MadeUpReport(BillingPeriod.Parse("2026-09")).PutAsync(Api);
        await Api.World.ProjectAsync("another of the owner's", new Dictionary<string, Role> { ["owner"] = Role.Owner, ["admin"] = Role.Admin });
        DatasetId[] datasets = [await Api.World.DatasetAsync("paged"), await Api.World.DatasetAsync("paged")];
        _share = await Api.World.ShareAsync("paged");
        await Api.World.ShareAsync("paged");
        foreach (var dataset in datasets) await Api.World.UsageAsync(_share, dataset);
        foreach (var name in new[] { "first", "second" })
        {
            var made = await Api.SendAsync("platform-admin", "POST", "/governance/classifications", new JsonObject { ["name"] = name });
            Assert.Equal(201, made.StatusCode);
        }

        var share = JsonNode.Parse("""{"name":"with keywords","conditions":[],"keywords":["first","second"]}""");
        Assert.Equal(201, (await Api.SendAsync("owner", "POST", $"/projects/{Api.World.Publisher}/shares", share)).StatusCode);
    }

    public string PathOf(PagedList list) => list.Path
        .Replace("{publisher}", $"{Api.World.Publisher}", StringComparison.Ordinal)
        .Replace("{offered}", $"{Api.World.Offered}", StringComparison.Ordinal)
        .Replace("{share}", $"{_share}", StringComparison.Ordinal);

    /// <summary>What leads from the first entry of the list to the second.</summary>
    public async Task<string> TokenAsync(PagedList list, string query = "limit=1")
    {
        var page = await GetAsync(list, list.Caller, query);
        Assert.True(page.StatusCode == 200, page.Text);
        var token = IsArray(page) ? page.Headers["next-token"] : page.Json.GetProperty("nextToken").GetString()!;
        Assert.NotEmpty(token);
        return token;
    }

    public Task<HttpApiAnswer> FollowAsync(PagedList list, string caller, string token, string query = "limit=1") =>
        GetAsync(list, caller, $"{query}&nextToken={Uri.EscapeDataString(token)}");

    private Task<HttpApiAnswer> GetAsync(PagedList list, string caller, string query)
    {
        var parts = PathOf(list).Split('?', 2);
        return Api.GetAsync(caller, parts[0], parts.Length > 1 ? $"{parts[1]}&{query}" : query);
    }

    public ValueTask DisposeAsync() => Api.DisposeAsync();

    private static bool IsArray(HttpApiAnswer page) => page.Json.ValueKind == System.Text.Json.JsonValueKind.Array;
}

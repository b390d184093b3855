using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Api.Tests.Description;
using Shares.Api.Tests.Running;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Api.Tests.Sharing;

/// <summary>A share with as many projects as it may have is made, edited and deleted in one request each, and nothing of it is left behind.</summary>
public sealed class ManyProjectsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Most = 1000;

    private string Shares => $"/projects/{api.World.Publisher}/shares";

    [Fact]
    public async Task A_share_with_1000_projects_is_made_edited_and_deleted_whole()
    {
        var (staying, leaving, joining) = (await LabAsync("staying"), await LabAsync("leaving"), await LabAsync("joining"));
        List<ProjectId> first = [staying, leaving, .. await LabsAsync(Most - 2)];
        var dataset = (await api.World.DatasetAsync("before", "after")).ToString();

        var made = await api.SendAsync("owner", "POST", Shares, Body("before", first));
        Assert.True(made.StatusCode == 201, made.Text);
        var share = UuidId.Parse<ShareId>(made.Json.GetProperty("id").GetString()!);
        var (path, offered) = ($"{Shares}/{share}", first.ToHashSet());
        Assert.Equal(offered, await RelatedAsync(share, first));
        await AssertSaysAsync(path, offered);
        Assert.Equal((1, 0), (await UsesAsync("before"), await UsesAsync("after")));
        foreach (var lab in new[] { staying, leaving }) await SubscribeAsync(lab, share);
        Assert.Equal([dataset], await DatasetsOfAsync(leaving));

        var tooMany = first.Concat([joining]).ToList();
        (await api.SendAsync("owner", "PUT", path, Body("after", tooMany))).Refuses(400, "VALIDATION_FAILED", "sharedProjectIds: ");
        Assert.Equal(offered, await RelatedAsync(share, tooMany));

        List<ProjectId> second = [staying, .. first.TakeLast(Most - 501), joining, .. await LabsAsync(399)];
        Assert.Equal(500, first.Except(second).Count());
        Assert.Equal(200, (await api.SendAsync("owner", "PUT", path, Body("after", second))).StatusCode);
        List<ProjectId> all = [.. first.Union(second)];
        Assert.Equal(second.ToHashSet(), await RelatedAsync(share, all));
        await AssertSaysAsync(path, second.ToHashSet());
        Assert.Equal((0, 1), (await UsesAsync("before"), await UsesAsync("after")));
        Assert.Equal(("SUBSCRIBER", "", "AVAILABLE"), (await TypeAsync(staying, share), await TypeAsync(leaving, share), await TypeAsync(joining, share)));
        Assert.Empty(await DatasetsOfAsync(leaving));
        Assert.Equal([dataset], await DatasetsOfAsync(staying));

        Assert.Equal(200, (await api.SendAsync("owner", "DELETE", path)).StatusCode);
        Assert.Empty(await RelatedAsync(share, all));
        Assert.Equal((0, 0), (await UsesAsync("before"), await UsesAsync("after")));
        Assert.Equal(404, (await api.GetAsync("owner", path)).StatusCode);
        foreach (var lab in new[] { staying, joining }) Assert.Equal("", await TypeAsync(lab, share));
        Assert.Empty(await DatasetsOfAsync(staying));
        Assert.Empty((await api.GetAsync("owner", "/keywords", "prefix=widely")).Json.EnumerateArray());
        Assert.DoesNotContain(await SortKeysAsync(share), key => key.StartsWith("SUBSCRIBER#", StringComparison.Ordinal) || key.StartsWith("KEYWORD#", StringComparison.Ordinal));
    }

    /// <summary>What its administrators are told: every project in the share and in its subscriptions, the keyword counted once.</summary>
    private async Task AssertSaysAsync(string path, IReadOnlySet<ProjectId> projects)
    {
        var expected = projects.Select(id => $"{id}").ToHashSet();
        Assert.Equal(expected, (await api.GetAsync("owner", path)).Json.GetProperty("sharedProjects").EnumerateArray().Select(IdOf).ToHashSet());
        var subscriptions = new List<string>();
        var token = "";
        do
        {
            var page = await api.GetAsync("owner", $"{path}/subscriptions", $"limit=400&nextToken={token}");
            subscriptions.AddRange(page.Json.EnumerateArray().Select(each => IdOf(each.GetProperty("project"))));
            token = page.Headers.GetValueOrDefault("next-token", "");
        }
        while (token.Length > 0);
        Assert.Equal(expected.Order(StringComparer.Ordinal), subscriptions.Order(StringComparer.Ordinal));
        var keyword = Assert.Single((await api.GetAsync("owner", "/keywords", "prefix=widely")).Json.EnumerateArray());
        Assert.Equal(1, keyword.GetProperty("count").GetInt32());
    }

    /// <summary>Those of the projects to which the share is something.</summary>
    private async Task<HashSet<ProjectId>> RelatedAsync(ShareId share, IEnumerable<ProjectId> projects)
    {
        var keys = projects.ToDictionary(project => RelationItem.KeyOf(project, api.World.Publisher, share));
        var found = await api.Get<Table>().GetManyAsync(keys.Keys, default);
        return [.. found.Keys.Select(key => keys[key])];
    }

    private async Task<int> UsesAsync(string tag)
    {
        var marks = api.Get<Table>().QueryAsync(SelectsItem.Partition(api.World.Publisher, new(SelectionField.Tag, tag)), null, null, null, default);
        var facets = (await api.GetAsync("owner", $"/projects/{api.World.Publisher}/facets")).Json.GetProperty("tags").EnumerateArray();
        var uses = facets.Single(facet => facet.GetProperty("value").GetString() == tag).GetProperty("shares").GetInt32();
        Assert.Equal(uses, await marks.CountAsync());
        return uses;
    }

    /// <summary>What the share is to the project; empty when it is not there.</summary>
    private async Task<string> TypeAsync(ProjectId lab, ShareId share)
    {
        var answer = await api.GetAsync("lab-owner", $"/projects/{lab}/shares/{share}");
        return answer.StatusCode == 404 ? "" : answer.Json.GetProperty("shareType").GetString()!;
    }

    private async Task<List<string>> DatasetsOfAsync(ProjectId lab) =>
        [.. (await api.GetAsync("lab-owner", $"/projects/{lab}/datasets")).Json.GetProperty("data").EnumerateArray().Select(IdOf)];

    private async Task<List<string>> SortKeysAsync(ShareId share) =>
        await api.Get<Table>().QueryAsync(ShareItem.Partition(share), null, null, null, default).Select(item => Key.Of(item).Sort).ToListAsync();

    private async Task SubscribeAsync(ProjectId lab, ShareId share) =>
        Assert.Equal(200, (await api.SendAsync("lab-owner", "PUT", $"/projects/{lab}/shares/{share}:subscribe")).StatusCode);

    private Task<ProjectId> LabAsync(string name) => api.World.ProjectAsync(name, new Dictionary<string, Role> { ["lab-owner"] = Role.Owner });

    /// <summary>Projects that can be found, and are nothing else to anybody.</summary>
    private async Task<IReadOnlyList<ProjectId>> LabsAsync(int count)
    {
        var now = api.Time.GetUtcNow();
        List<Project> labs =
        [
            .. Enumerable.Range(0, count).Select(i => new Project
            {
                Id = UuidId.New<ProjectId>(api.Time), Name = $"lab {i}", Status = ProjectStatus.Completed, Bucket = "none",
                Settings = new ProjectSettings { IsDiscoverable = true }, CreatedBy = UserId.Parse("lab-owner"), CreatedAt = now, UpdatedAt = now,
            }),
        ];
        await api.Get<Table>().PutManyAsync(labs.Select(ProjectItem.ToItem), default);
        return [.. labs.Select(lab => lab.Id)];
    }

    private static JsonObject Body(string tag, IEnumerable<ProjectId> projects) => new()
    {
        ["name"] = $"selects by {tag}",
        ["conditions"] = new JsonArray(new JsonObject { ["field"] = "TAG", ["value"] = tag }),
        ["keywords"] = new JsonArray("widely shared"),
        ["sharedProjectIds"] = new JsonArray([.. projects.Select(id => JsonValue.Create($"{id}"))]),
    };

    private static string IdOf(JsonElement thing) => thing.GetProperty("id").GetString()!;
}

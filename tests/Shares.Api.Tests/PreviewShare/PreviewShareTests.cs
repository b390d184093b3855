using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Shares.Api.Tests.Running;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Datasets;
using Shares.Data.Items;
using Shares.Data.Store;
using Shares.Testing;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.PreviewShare;

public sealed class PreviewShareTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private string Preview => $"/projects/{api.World.Publisher}/shares:preview";

    [Fact]
    public async Task A_preview_says_what_the_share_would_hold_and_what_the_edit_changes()
    {
        var project = await api.World.ProjectAsync("counting", new Dictionary<string, Role> { ["counter"] = Role.Owner });
        var datasets = await CreateAsync(project, SomeDatasets.Fixed);
        await Gen.Select(SomeDatasets.Selection, SomeDatasets.Selection, Gen.Bool).SampleAsync(
            async (before, after, isNew) =>
            {
                var edited = isNew ? null : await ShareAsync(project, before);
                if (isNew) before = new([]);

                var answer = await PreviewAsync("counter", project, after, new JsonObject { ["shareId"] = edited, ["limit"] = 1000 });

                var held = datasets.Where(after.Matches).ToList();
                Assert.True(answer.GetProperty("isExact").GetBoolean());
                Assert.Equal(held.Count, answer.GetProperty("count").GetInt64());
                Assert.Equal(held.Sum(d => d.TotalSize?.Value ?? 0), answer.GetProperty("bytes").GetInt64());
                Assert.Equal(held.Sum(d => d.FileCount ?? 0), answer.GetProperty("files").GetInt64());
                Assert.Equal(held.Select(d => d.Id.ToString()), Ids(answer.GetProperty("data")));
                Changes(answer.GetProperty("adds"), held.Where(d => !before.Matches(d)));
                Changes(answer.GetProperty("removes"), datasets.Where(before.Matches).Except(held));
            },
            iter: 30,
            threads: 1);
    }

    [Fact]
    public async Task Pages_of_a_preview_hold_each_dataset_once_and_belong_to_their_conditions()
    {
        var expected = new List<string>();
        for (var i = 0; i < 5; i++) expected.Add((await api.World.DatasetAsync("paged")).ToString());
        var (selection, other) = (Tagged("paged"), Tagged("other"));

        var seen = new List<string>();
        var token = "";
        do
        {
            var page = await PreviewAsync("admin", api.World.Publisher, selection, new JsonObject { ["limit"] = 2, ["nextToken"] = token });
            Assert.Equal(seen.Count == 0, page.TryGetProperty("count", out _));
            seen.AddRange(Ids(page.GetProperty("data")));
            var next = page.GetProperty("nextToken").GetString()!;
            if (next.Length > 0)
            {
                await RefusedTokenAsync("admin", other, next);
                await RefusedTokenAsync("owner", selection, next);
                await RefusedTokenAsync("admin", selection, next[..^2]);
            }

            token = next;
        }
        while (token.Length > 0);

        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task The_cost_is_the_list_price_of_one_full_download_by_one_and_by_all()
    {
        for (var i = 0; i < 3; i++) await api.World.DatasetAsync("priced");
        var body = new JsonObject { ["sharedProjectIds"] = new JsonArray($"{api.World.Subscriber}", $"{api.World.Offered}", $"{api.World.Offered}") };

        var cost = (await PreviewAsync("owner", api.World.Publisher, Tagged("priced"), body)).GetProperty("cost");

        Assert.Equal(["currency", "region", "priceVersion", "pricePerGigabyte", "subscribers", "perSubscriber", "allSubscribers"], cost.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("USD", ApiInstance.Region), (cost.GetProperty("currency").GetString(), cost.GetProperty("region").GetString()));
        var one = 3000m / (1L << 30) * cost.GetProperty("pricePerGigabyte").GetDecimal();
        Assert.Equal(one, cost.GetProperty("perSubscriber").GetDecimal());
        Assert.Equal(2 * one, cost.GetProperty("allSubscribers").GetDecimal());
    }

    [Fact]
    public async Task An_edit_says_which_projects_come_and_go()
    {
        var share = await api.World.ShareAsync("projects");
        var body = new JsonObject { ["shareId"] = $"{share}", ["sharedProjectIds"] = new JsonArray($"{api.World.Offered}", $"{api.World.Other}") };

        var answer = await PreviewAsync("owner", api.World.Publisher, Tagged("projects"), body);

        Assert.Equal([$"{api.World.Other}"], Ids(answer.GetProperty("adds").GetProperty("projects")));
        Assert.Equal("other", answer.GetProperty("adds").GetProperty("projects")[0].GetProperty("name").GetString());
        Assert.Equal([$"{api.World.Subscriber}"], Ids(answer.GetProperty("removes").GetProperty("projects")));
        Assert.Equal(0, answer.GetProperty("adds").GetProperty("datasets").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task More_than_ten_thousand_datasets_are_not_counted_to_the_end()
    {
        var project = await api.World.ProjectAsync("large", new Dictionary<string, Role> { ["counter"] = Role.Owner });
        var first = await CreateAsync(project, [SomeDatasets.Dataset(200_000, project, ["many"], "ann", "rnaseq", true, 1)]);
        var partition = DatasetIndexItem.Partition(project, new Condition(SelectionField.Tag, "many"));
        var rows = Enumerable.Range(200_001, 10_000).Select(n => DatasetIndexItem.ToItem(partition, first[0] with { Id = SomeDatasets.Id(n) }));
        await api.Get<Table>().PutManyAsync(rows, default);
        var selection = new Selection([new(SelectionField.Tag, "many"), new(SelectionField.Tag, "more")]);

        var answer = await PreviewAsync("counter", project, selection, new JsonObject { ["limit"] = 1 });
        var next = await PreviewAsync("counter", project, selection, new JsonObject { ["limit"] = 1, ["nextToken"] = answer.GetProperty("nextToken").GetString() });

        Assert.False(answer.GetProperty("isExact").GetBoolean());
        Assert.Equal(10_000, answer.GetProperty("count").GetInt32());
        Assert.Equal(100, answer.GetProperty("adds").GetProperty("datasets").GetProperty("items").GetArrayLength());
        Assert.Equal([SomeDatasets.Id(200_000).ToString()], Ids(answer.GetProperty("data")));
        Assert.Equal([SomeDatasets.Id(200_001).ToString()], Ids(next.GetProperty("data")));
    }

    [Fact]
    public async Task What_would_be_refused_is_refused_but_for_a_missing_name()
    {
        var share = await api.World.ShareAsync("refused");
        var quiet = await api.World.ProjectAsync("quiet preview", new Dictionary<string, Role> { ["quiet"] = Role.Owner });
        await api.SendAsync("quiet", "PUT", $"/projects/{quiet}", JsonNode.Parse("""{"name":"quiet","settings":{"isShareable":false}}"""));

        await RefusedAsync(Preview, """{"name":"x"}""", 400, "conditions: ");
        await RefusedAsync(Preview, """{"conditions":[{"field":"TAG","value":""}]}""", 400, "conditions[0].value: ");
        await RefusedAsync(Preview, """{"conditions":[],"expiresAt":"2001-01-01T00:00:00Z"}""", 400, "expiresAt: ");
        await RefusedAsync(Preview, $$"""{"conditions":[],"sharedProjectIds":["{{api.World.Hidden}}"]}""", 400, "sharedProjectIds[0]: ");
        await RefusedAsync(Preview, """{"conditions":[],"classificationIds":["0197a000-0000-7000-8000-00000000000b"]}""", 400, "classificationIds[0]: ");
        await RefusedAsync(Preview, """{"conditions":[],"limit":0}""", 400, "limit: ");
        await RefusedAsync(Preview, """{"conditions":[],"shareId":"x"}""", 400, "shareId: ");
        await RefusedAsync(Preview, """{"conditions":[],"shareId":"0197a000-0000-7000-8000-00000000000b"}""", 404, null);
        Assert.Equal(404, (await api.SendAsync("subscriber-admin", "POST", $"/projects/{api.World.Subscriber}/shares:preview", JsonNode.Parse($$"""{"conditions":[],"shareId":"{{share}}"}"""))).StatusCode);
        var disabled = await api.SendAsync("quiet", "POST", $"/projects/{quiet}/shares:preview", JsonNode.Parse("""{"conditions":[]}"""));
        Assert.Equal((403, "SHARING_DISABLED"), (disabled.StatusCode, disabled.Json.GetProperty("errorCode").GetString()));
    }

    private async Task RefusedAsync(string path, string body, int status, string? message)
    {
        var answer = await api.SendAsync("owner", "POST", path, JsonNode.Parse(body));
        Assert.Equal(status, answer.StatusCode);
        if (message is not null) Assert.StartsWith(message, answer.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task RefusedTokenAsync(string actor, Selection selection, string token)
    {
        var answer = await SendAsync(actor, api.World.Publisher, selection, new JsonObject { ["nextToken"] = token });
        Assert.Equal((400, "BAD_PAGE_TOKEN"), (answer.StatusCode, answer.Json.GetProperty("errorCode").GetString()));
    }

    private async Task<JsonElement> PreviewAsync(string actor, ProjectId project, Selection selection, JsonObject body)
    {
        var answer = await SendAsync(actor, project, selection, body);
        Assert.Equal(200, answer.StatusCode);
        return answer.Json;
    }

    private Task<HttpApiAnswer> SendAsync(string actor, ProjectId project, Selection selection, JsonObject body)
    {
        body["conditions"] = Conditions(selection);
        return api.SendAsync(actor, "POST", $"/projects/{project}/shares:preview", body);
    }

    private async Task<string> ShareAsync(ProjectId project, Selection selection)
    {
        var body = new JsonObject { ["name"] = "edited", ["conditions"] = Conditions(selection) };
        return (await api.SendAsync("counter", "POST", $"/projects/{project}/shares", body)).Json.GetProperty("id").GetString()!;
    }

    private async Task<List<DatasetSummary>> CreateAsync(ProjectId project, IEnumerable<DatasetSummary> datasets)
    {
        var made = new List<DatasetSummary>();
        foreach (var dataset in datasets) made.Add((await api.Get<DatasetStore>().CreateAsync((Dataset)dataset with { ProjectId = project }, dataset.CreatedBy.Acting(), default)).ValueOrThrow());
        return made;
    }

    private static JsonArray Conditions(Selection selection) =>
        [.. selection.Conditions.Select(c => new JsonObject { ["field"] = Core.ContractName.Of(c.Field), ["value"] = c.Value })];

    private static Selection Tagged(string tag) => new([new Condition(SelectionField.Tag, tag)]);

    private static void Changes(JsonElement change, IEnumerable<DatasetSummary> expected)
    {
        var datasets = change.GetProperty("datasets");
        Assert.Equal(expected.Count(), datasets.GetProperty("count").GetInt32());
        Assert.Equal(expected.Take(100).Select(d => d.Id.ToString()), Ids(datasets.GetProperty("items")));
    }

    private static IEnumerable<string> Ids(JsonElement items) => items.EnumerateArray().Select(item => item.GetProperty("id").GetString()!);
}

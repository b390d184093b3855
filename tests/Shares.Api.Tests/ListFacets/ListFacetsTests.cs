using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core.Projects;

namespace Shares.Api.Tests.ListFacets;

public sealed class ListFacetsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Facets_count_datasets_and_say_which_tags_shares_select_by()
    {
        var project = await api.World.ProjectAsync("facets", new Dictionary<string, Role> { ["curator"] = Role.Owner });
        await api.World.DatasetAsync(project, ["a", "b#c"]);
        var second = await api.World.DatasetAsync(project, ["a", "🧬"]);
        var share = JsonNode.Parse("""{"name":"s","conditions":[{"field":"TAG","value":"a"},{"field":"TAG","value":"nobody has it"}]}""");
        var id = (await api.SendAsync("curator", "POST", $"/projects/{project}/shares", share)).Json.GetProperty("id").GetString();

        var facets = await ReadAsync(project);

        Assert.Equal(
            """{"tags":[{"value":"a","count":2,"usedInShare":true,"shares":1},{"value":"b#c","count":1,"usedInShare":false,"shares":0},{"value":"\uD83E\uDDEC","count":1,"usedInShare":false,"shares":0}],"creators":[{"value":"contributor","count":2}],"dataTypes":[{"value":"rnaseq","count":2}],"isComplete":true}""",
            facets.GetRawText());

        Assert.Equal(202, (await api.SendAsync("curator", "DELETE", $"/projects/{project}/datasets/{second}")).StatusCode);
        Assert.Equal(200, (await api.SendAsync("curator", "DELETE", $"/projects/{project}/shares/{id}")).StatusCode);

        Assert.Equal(
            ["""{"value":"a","count":1,"usedInShare":false,"shares":0}""", """{"value":"b#c","count":1,"usedInShare":false,"shares":0}"""],
            (await ReadAsync(project)).GetProperty("tags").EnumerateArray().Select(tag => tag.GetRawText()));
    }

    private async Task<JsonElement> ReadAsync(Core.Ids.ProjectId project) => (await api.GetAsync("curator", $"/projects/{project}/facets")).Json;
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.Classifications;

public sealed class ClassificationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Classifications_are_listed_by_name_with_all_that_was_said_of_them()
    {
        var second = await CreateAsync("Personal data", """{"description":"Ask first","requirementIds":["dua-1"]}""");
        var first = await CreateAsync("open", "{}");
        string[] made = [first, second];
        var listed = (await api.GetAsync("outsider", "/governance/classifications")).Json.EnumerateArray().Where(each => made.Contains(Text(each, "id"))).ToList();
        Assert.Equal(made, listed.Select(each => each.GetProperty("id").GetString()));
        Assert.Equal(
            ["id", "name", "description", "requirementIds", "createdBy", "createdAt", "updatedAt"], listed[1].EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Personal data", "Ask first", "platform-admin"), (Text(listed[1], "name"), Text(listed[1], "description"), Text(listed[1], "createdBy")));
        Assert.Equal("dua-1", listed[1].GetProperty("requirementIds")[0].GetString());
    }

    [Fact]
    public async Task A_share_newly_names_only_classifications_that_exist()
    {
        var known = await CreateAsync("known", "{}");
        var created = await ShareAsync("POST", "shares", known);
        Assert.Equal(201, created.StatusCode);
        foreach (var unknown in new[] { "00000000-0000-7000-8000-000000000000", "not an id" })
        {
            foreach (var (method, path) in new[] { ("POST", "shares"), ("PUT", $"shares/{created.Json.GetProperty("id").GetString()}") })
            {
                var refused = await ShareAsync(method, path, known, unknown);
                Assert.Equal(400, refused.StatusCode);
                Assert.Equal("classificationIds[1]: is no classification", Text(refused.Json.GetProperty("errors")[0], "message"));
            }
        }
    }

    [Fact]
    public async Task A_classification_that_does_not_exist_is_named_by_its_places_in_the_request()
    {
        var known = await CreateAsync("repeated", "{}");
        var refused = await ShareAsync("POST", "shares", known, known, "not an id", "not an id");
        Assert.Equal(
            ["classificationIds[2]: is no classification", "classificationIds[3]: is no classification"],
            refused.Json.GetProperty("errors").EnumerateArray().Select(error => Text(error, "message")));
        Assert.Equal(201, (await ShareAsync("POST", "shares", known, known)).StatusCode);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private Task<HttpApiAnswer> ShareAsync(string method, string path, params string[] classifications) =>
        api.SendAsync("owner", method, $"/projects/{api.World.Publisher}/{path}", new JsonObject
        {
            ["name"] = "classified",
            ["description"] = "",
            ["conditions"] = new JsonArray(),
            ["classificationIds"] = new JsonArray([.. classifications.Select(id => (JsonNode)id)]),
        });

    private async Task<string> CreateAsync(string name, string rest)
    {
        var body = JsonNode.Parse(rest)!.AsObject();
        body["name"] = name;
        return Text((await api.SendAsync("platform-admin", "POST", "/governance/classifications", body)).Json, "id")!;
    }
}

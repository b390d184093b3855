using System.Text.Json.Nodes;

namespace Shares.SystemTests.Cirro;

public sealed class RefusalReplayTests(CirroWorld cirro) : IClassFixture<CirroWorld>
{
    private string Shares => $"/projects/{cirro.World.Publisher}/shares";

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task Every_field_that_is_wrong_is_a_message_of_its_own(string kind)
    {
        var client = await cirro.SignInAsync("core-admin", kind);

        var refused = (await client.PostAsync(Shares, new()
        {
            ["name"] = "", ["description"] = "", ["classificationIds"] = new JsonArray(), ["conditions"] = new JsonArray(new JsonObject { ["field"] = "COLOUR", ["value"] = "red" }),
        })).ReadsError(400, "VALIDATION_FAILED");

        var messages = refused["errors"].AsArray().Select(error => (string)error!["message"]!).ToList();
        Assert.Equal(2, messages.Count);
        Assert.StartsWith("name: ", messages[0], StringComparison.Ordinal);
        Assert.StartsWith("conditions[0].field: ", messages[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task Strangers_read_that_there_is_nothing_and_members_that_they_may_not(string kind)
    {
        var stranger = await cirro.SignInAsync("outsider", kind);
        var viewer = await cirro.SignInAsync("lab-viewer", kind);
        var input = new JsonObject { ["name"] = "s", ["description"] = "", ["classificationIds"] = new JsonArray(), ["conditions"] = new JsonArray() };

        (await stranger.GetAsync(Shares)).ReadsError(404, "NOT_FOUND");
        (await viewer.PostAsync($"/projects/{cirro.World.Lab}/shares", input)).ReadsError(403, "ROLE_TOO_LOW");
        (await viewer.GetAsync($"/projects/{cirro.World.Lab}/datasets?limit=5000&nextToken=made-up")).ReadsError(400, "BAD_PAGE_TOKEN");
    }

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task A_token_that_has_expired_is_a_401_that_clients_sign_in_again_for(string kind)
    {
        var client = new CirroClient(cirro.World.Cloud, "no.such.token", ClientKind.Named(kind));

        var refused = (await client.GetAsync("/projects")).Expect(401);

        Assert.Equal("Unauthorized", (string?)refused["message"]);
    }

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task Kinds_of_access_that_only_Cirro_has_are_refused_by_name(string kind)
    {
        var client = await cirro.SignInAsync("core-admin", kind);

        var refused = await client.PostAsync($"/projects/{cirro.World.Publisher}/s3-token", new() { ["accessType"] = "REFERENCE_UPLOAD" });

        refused.ReadsError(400, "VALIDATION_FAILED");
        Assert.StartsWith("accessType: ", (string?)refused["errors"][0]!["message"], StringComparison.Ordinal);
    }
}

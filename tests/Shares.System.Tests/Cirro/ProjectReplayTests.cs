using System.Text.Json.Nodes;

namespace Shares.SystemTests.Cirro;

public sealed class ProjectReplayTests(CirroWorld cirro) : IClassFixture<CirroWorld>
{
    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task Projects_are_created_read_and_changed(string kind)
    {
        var client = await cirro.SignInAsync("platform-admin", kind);

        var created = (await client.PostAsync("/projects", Input("Replayed"))).Reads(201, Models.CreateResponse);
        var id = (string)created["id"]!;
        (await client.GetAsync("/projects")).ReadsListOf(Models.Project);
        (await client.GetAsync($"/projects/{id}")).Reads(200, Models.ProjectDetail);
        var changed = (await client.PutAsync($"/projects/{id}", Input("Changed"))).Reads(200, Models.ProjectDetail);

        Assert.Equal("Changed", (string?)changed["name"]);
        Assert.Equal(1200, (int)changed["settings"]["budgetAmount"]!);
        Assert.Equal("QUARTERLY", (string?)changed["settings"]["budgetPeriod"]);
        Assert.Equal("Ada", (string?)changed["contacts"][0]!["name"]);
    }

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task Projects_are_discovered(string kind)
    {
        var client = await cirro.SignInAsync("lab-admin", kind);

        var found = (await client.GetAsync("/projects/discover")).ReadsListOf(Models.Project);

        Assert.Contains(found.Body!.AsArray(), project => (string?)project!["id"] == cirro.World.Lab);
    }

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task Members_are_listed_and_given_roles(string kind)
    {
        var client = await cirro.SignInAsync("lab-admin", kind);
        var permissions = $"/projects/{cirro.World.Lab}/permissions";
        var role = new JsonObject { ["username"] = "new-person", ["role"] = "COLLABORATOR", ["suppressNotification"] = false };

        (await client.PutAsync(permissions, role)).ReadsNothing();
        var members = (await client.GetAsync(permissions)).ReadsListOf(Models.ProjectUser);
        Assert.Equal("COLLABORATOR", (string?)members.Body!.AsArray().Single(member => (string?)member!["username"] == "new-person")!["role"]);
        role["role"] = "NONE";
        (await client.PutAsync(permissions, role)).ReadsNothing();
    }

    /// <summary>With the settings that Cirro has and this service does not.</summary>
    private static JsonObject Input(string name) => new()
    {
        ["name"] = name,
        ["description"] = "",
        ["billingAccountId"] = "grant-7",
        ["settings"] = new JsonObject
        {
            ["budgetAmount"] = 1200, ["budgetPeriod"] = "QUARTERLY", ["enableCompute"] = true, ["enableDragen"] = false, ["enableBackup"] = false,
            ["enableSftp"] = false, ["maxF1VCPU"] = 0, ["maxSpotVCPU"] = 0, ["retentionPolicyDays"] = 7, ["serviceConnections"] = new JsonArray(),
            ["vpcId"] = null, ["batchSubnets"] = null, ["kmsArn"] = null, ["isDiscoverable"] = null, ["isShareable"] = null,
        },
        ["contacts"] = new JsonArray(new JsonObject { ["name"] = "Ada", ["organization"] = "Core", ["email"] = "ada@example.org", ["phone"] = "" }),
        ["account"] = new JsonObject { ["accountType"] = "HOSTED" },
        ["classificationIds"] = null,
        ["tags"] = null,
    };
}

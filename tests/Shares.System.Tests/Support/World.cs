using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Signing;

namespace Shares.SystemTests.Support;

/// <summary>
/// A publisher and two labs of its own for each test, made through the API as an operator would, with the demo users as members.
/// </summary>
public sealed class World
{
    private World(LocalCloud cloud) => Cloud = cloud;

    public LocalCloud Cloud { get; }
    public required string Publisher { get; init; }
    public required string Lab { get; init; }
    public required string OtherLab { get; init; }
    public required ApiClient CoreAdmin { get; init; }
    public required ApiClient LabAdmin { get; init; }
    public required ApiClient LabMember { get; init; }
    public required ApiClient LabViewer { get; init; }
    public required ApiClient OtherAdmin { get; init; }
    public required ApiClient Outsider { get; init; }

    /// <summary>The lab's pipelines, calling under <c>/iam</c>.</summary>
    public required ApiClient LabPipeline { get; init; }

    public static async Task<World> CreateAsync(LocalCloud cloud)
    {
        var platform = await cloud.SignInAsync("platform-admin");
        async Task<string> Project(string name, params (string User, string Role)[] members)
        {
            var project = new JsonObject
            {
                ["name"] = name,
                ["description"] = "",
                ["pipelineRoleArn"] = $"arn:aws:iam::{LocalCloud.AccountId}:role/{name}-pipeline",
                ["settings"] = new JsonObject { ["isDiscoverable"] = true },
            };
            var id = (string)(await platform.PostAsync("/api/projects", project)).Expect(201)["id"]!;
            foreach (var (user, role) in members)
                (await platform.PutAsync($"/api/projects/{id}/permissions", new JsonObject { ["username"] = user, ["role"] = role })).Expect(200);
            return id;
        }

        var world = new World(cloud)
        {
            Publisher = await Project("sequencing-core", ("core-admin", "ADMIN")),
            Lab = await Project("immunology-lab", ("lab-admin", "ADMIN"), ("lab-member", "CONTRIBUTOR"), ("lab-viewer", "COLLABORATOR")),
            OtherLab = await Project("oncology-lab", ("other-admin", "ADMIN")),
            CoreAdmin = await cloud.SignInAsync("core-admin"),
            LabAdmin = await cloud.SignInAsync("lab-admin"),
            LabMember = await cloud.SignInAsync("lab-member"),
            LabViewer = await cloud.SignInAsync("lab-viewer"),
            OtherAdmin = await cloud.SignInAsync("other-admin"),
            Outsider = await cloud.SignInAsync("outsider"),
            LabPipeline = await PipelineAsync(cloud, "immunology-lab-pipeline"),
        };
        foreach (var project in new[] { world.Publisher, world.Lab, world.OtherLab }) await world.ReadyAsync(project);
        return world;
    }

    /// <summary>A client that signs with the keys of a role.</summary>
    public static async Task<ApiClient> PipelineAsync(LocalCloud cloud, string role) => new(Signing(cloud, await cloud.CredentialsAsync(role)), cloud.Gateway);

    public static HttpClient Signing(LocalCloud cloud, AWSCredentials keys) =>
        new(new SigV4SigningHandler(keys, Amazon.RegionEndpoint.USEast1, "execute-api", new ContractHandler(cloud.Gateway)));

    /// <summary>Turns sharing on, as the publisher's administrator.</summary>
    public async Task AllowSharingAsync()
    {
        var project = (await CoreAdmin.GetAsync($"/api/projects/{Publisher}")).Expect(200);
        var settings = project["settings"].DeepClone();
        settings["isShareable"] = true;
        var change = new JsonObject { ["name"] = project["name"].DeepClone(), ["description"] = project["description"].DeepClone(), ["settings"] = settings };
        change["pipelineRoleArn"] = project["pipelineRoleArn"].DeepClone();
        (await CoreAdmin.PutAsync($"/api/projects/{Publisher}", change)).Expect(200);
    }

    private Task ReadyAsync(string project) => Eventually.HoldsAsync($"project {project} is ready", async () =>
    {
        var platform = await Cloud.SignInAsync("platform-admin");
        return (string?)(await platform.GetAsync($"/api/projects/{project}")).Expect(200)["status"] == "COMPLETED";
    });

    public static AWSCredentials Session(JsonNode credentials) => new SessionAWSCredentials(
        (string)credentials["accessKeyId"]!, (string)credentials["secretAccessKey"]!, (string)credentials["sessionToken"]!);
}

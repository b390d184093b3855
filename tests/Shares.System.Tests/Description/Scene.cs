using System.Text.Json.Nodes;
using Shares.SystemTests.Egress;
using Shares.SystemTests.Support;
using Shares.Testing.Contract;

namespace Shares.SystemTests.Description;

/// <summary>Somebody who may call a route, and where it is.</summary>
internal sealed record Target(ApiClient Client, string Prefix, string Path, string Dataset);

/// <summary>A world in which there is something for every route to succeed with.</summary>
internal sealed class Scene
{
    private const string Tag = "described";

    public required World World { get; init; }
    private string Dataset { get; init; } = "";
    private string Share { get; init; } = "";
    private string Offered { get; init; } = "";

    public static async Task<Scene> CreateAsync(LocalCloud cloud)
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var dataset = await world.UploadAsync("Described", Tag);
        var share = await world.ShareAsync(Tag, isViewRestricted: true);
        await world.SubscribeAsync(share);
        // Until this month has a statement, there is no report of it.
        await (await Finance.SignInAsync(cloud)).RunAsync("STATEMENTS");
        return new() { World = world, Dataset = dataset.Id, Share = share, Offered = await ShareAsync(world) };
    }

    public async Task<Target> TargetAsync(ContractOperation operation)
    {
        var world = World;
        var isOfLab = operation.Id is "subscribeShare" or "unsubscribeShare" or "createPipelineToken";
        // What a route uses up, or needs to be new, is made for it.
        var dataset = operation.Id is "updateDataset" or "deleteDataset" or "createStorageToken" ? (await world.RegisterAsync("New", "a.txt")).Id : Dataset;
        var share = operation.Id switch
        {
            "updateShare" or "deleteShare" => await ShareAsync(world),
            "subscribeShare" or "unsubscribeShare" => Offered,
            _ => Share,
        };
        var path = operation.Path
            .Replace("{project}", isOfLab ? world.Lab : world.Publisher, StringComparison.Ordinal)
            .Replace("{dataset}", dataset, StringComparison.Ordinal)
            .Replace("{share}", share, StringComparison.Ordinal)
            .Replace("{usage}", operation.Id == "revokeUsage" ? await UsageAsync() : "", StringComparison.Ordinal);
        var isForRoles = operation.Id == "createPipelineToken";
        return new(await ClientAsync(operation.Id), isForRoles ? "/iam" : "/api", path + Query(operation), dataset);
    }

    private async Task<ApiClient> ClientAsync(string operation) => operation switch
    {
        "createProject" or "createClassification" => await World.Cloud.SignInAsync("platform-admin"),
        "getEgressReport" or "listEgressPeriods" => await World.Cloud.SignInAsync("finance"),
        "subscribeShare" or "unsubscribeShare" => World.LabAdmin,
        "createPipelineToken" => World.LabPipeline,
        _ => World.CoreAdmin,
    };

    /// <summary>A run of the lab's pipeline that reads the dataset through the share.</summary>
    private async Task<string> UsageAsync()
    {
        (await PipelineRun.RequestAsync(World, Dataset)).Expect(200);
        var usages = (await World.CoreAdmin.GetAsync($"/api/projects/{World.Publisher}/shares/{Share}/usages")).Expect(200);
        return (string)usages["data"]!.AsArray()[0]!["id"]!;
    }

    /// <summary>With what has to be there.</summary>
    private string Query(ContractOperation operation)
    {
        var required = operation.Parameters.Where(parameter => (string?)parameter["in"] == "query" && (bool?)parameter["required"] == true);
        var pairs = required.Select(parameter => $"{parameter["name"]}={Value(parameter)}").ToList();
        return pairs.Count == 0 ? "" : $"?{string.Join('&', pairs)}";
    }

    private string Value(JsonNode parameter) => (string?)parameter["name"] == "period" ? Finance.Month : (string?)parameter["schema"]!["enum"]?[0] ?? World.Lab;

    private static async Task<string> ShareAsync(World world) =>
        (string)(await world.CoreAdmin.PostAsync($"/api/projects/{world.Publisher}/shares", world.Input(Tag, true))).Expect(201)["id"]!;
}

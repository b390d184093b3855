using System.Text.Json;
using Shares.Access.Tests.Support;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Testing.RuntimeApi;

namespace Shares.Access.Tests.Faults;

/// <summary>One way to ask for something that takes sessions, again and again, in a scene of its own.</summary>
/// <param name="Share">Through which; null when only the own is asked for.</param>
/// <param name="Datasets">Of the share.</param>
/// <param name="UsagesEach">Usages that one success leaves.</param>
internal sealed record Flow(Scene Scene, Share? Share, IReadOnlyList<DatasetId> Datasets, int UsagesEach, Func<Task<HttpApiAnswer>> AskAsync)
{
    /// <summary>More than one session holds.</summary>
    private const int Many = 21;

    public static readonly IReadOnlyDictionary<string, Func<AccessWorld, Task<Flow>>> All = new Dictionary<string, Func<AccessWorld, Task<Flow>>>
    {
        ["pipeline with own inputs"] = async world => await Scene.CreateAsync(world) is var scene
            && await scene.AddDatasetAsync(scene.Subscriber) is var dataset ? Of(scene, () => PipelineAsync(scene, [dataset])) : null!,
        ["pipeline in one session"] = world => PipelineAsync(world, 1),
        ["pipeline in several sessions"] = world => PipelineAsync(world, Many),
        ["PROJECT_DOWNLOAD"] = async world => await Scene.CreateAsync(world) is var scene ? Of(scene, () => TokenAsync(scene, "PROJECT_DOWNLOAD", null)) : null!,
        ["DATASET_UPLOAD"] = async world => await Scene.CreateAsync(world) is var scene
            && await scene.AddDatasetAsync(scene.Subscriber, DatasetStatus.Pending, files: []) is var dataset
            ? Of(scene, () => TokenAsync(scene, "DATASET_UPLOAD", dataset)) : null!,
        ["SHARED_DATASET_DOWNLOAD"] = world => DownloadAsync(world, (scene, dataset) => TokenAsync(scene, "SHARED_DATASET_DOWNLOAD", dataset)),
        ["presigned own files"] = async world => await Scene.CreateAsync(world) is var scene
            && await scene.AddDatasetAsync(scene.Subscriber) is var dataset ? Of(scene, () => PresignAsync(scene, dataset)) : null!,
        ["presigned shared files"] = world => DownloadAsync(world, PresignAsync),
    };

    private static Flow Of(Scene scene, Func<Task<HttpApiAnswer>> ask) => new(scene, null, [], 0, ask);

    private static async Task<Flow> PipelineAsync(AccessWorld world, int datasets)
    {
        var scene = await Scene.CreateAsync(world);
        var share = await scene.ShareAsync(analyzeOnly: true);
        var shared = new List<DatasetId>();
        for (var i = 0; i < datasets; i++) shared.Add(await scene.AddDatasetAsync(scene.Publisher));
        return new Flow(scene, share, shared, datasets, () => PipelineAsync(scene, shared));
    }

    private static async Task<Flow> DownloadAsync(AccessWorld world, Func<Scene, DatasetId, Task<HttpApiAnswer>> ask)
    {
        var scene = await Scene.CreateAsync(world);
        var share = await scene.ShareAsync(analyzeOnly: false);
        var dataset = await scene.AddDatasetAsync(scene.Publisher);
        return new Flow(scene, share, [dataset], 0, () => ask(scene, dataset));
    }

    private static Task<HttpApiAnswer> PipelineAsync(Scene scene, IEnumerable<DatasetId> datasets) => scene.PostAsPipelineAsync("pipeline-token", JsonSerializer.Serialize(
        new { executionId = UuidId.New<ExecutionId>(TimeProvider.System).ToString(), datasetIds = datasets.Select(dataset => dataset.ToString()) }));

    private static Task<HttpApiAnswer> TokenAsync(Scene scene, string accessType, DatasetId? dataset) =>
        scene.PostAsync("s3-token", JsonSerializer.Serialize(new { accessType, datasetId = dataset?.ToString() }));

    private static Task<HttpApiAnswer> PresignAsync(Scene scene, DatasetId dataset) =>
        scene.PostAsync($"datasets/{dataset}/files:presign", """{"paths":["data/reads.fastq"]}""");
}

using System.Collections.Frozen;
using Shares.Access.Tests.Support;
using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Testing.RuntimeApi;
using Shares.Testing;

namespace Shares.Access.Tests.Deciding;

/// <summary>Who gets what, one sentence a row.</summary>
public sealed class AccessTableTests(AccessWorld world)
{
    private const string Presign = """{"paths":["data/reads.fastq"]}""";

    /// <param name="Arrange">Makes the dataset that is asked about.</param>
    private sealed record Row(Func<AccessWorld, Scene, Task<DatasetId>> Arrange, Func<Scene, DatasetId, Task<HttpApiAnswer>> Ask, string Expected);

    private static readonly FrozenDictionary<string, Row> Table = new Dictionary<string, Row>
    {
        ["A member lists the files of an own dataset"] = new(Own, Files(), "200"),
        ["A viewer lists the files of an own dataset"] = new(Own, Files("viewer"), "200"),
        ["A stranger sees no dataset"] = new(Own, Files("stranger"), "404 NOT_FOUND"),
        ["A member signs URLs of an own dataset"] = new(Own, Sign(), "200"),
        ["A viewer signs URLs of an own dataset"] = new(Own, Sign("viewer"), "200"),
        ["A pipeline lists the files of an own dataset"] = new(Own, (s, d) => s.GetAsPipelineAsync($"datasets/{d}/files"), "200"),
        ["A pipeline signs no URLs"] = new(Own, (s, d) => s.PostAsPipelineAsync($"datasets/{d}/files:presign", Presign), "403 ROLE_TOO_LOW"),
        ["A pipeline gets no download credentials"] = new(Own, (s, d) => s.PostAsPipelineAsync("s3-token", Token("PROJECT_DOWNLOAD", d)), "403 ROLE_TOO_LOW"),
        ["A deleted dataset is not there"] = new(Deleted, Files(), "404 NOT_FOUND"),

        ["A dataset of another project is not there while nothing is shared"] = new(Foreign, Files(), "404 NOT_FOUND"),
        ["A dataset of another project has no URLs while nothing is shared"] = new(Foreign, Sign(), "404 NOT_FOUND"),
        ["A mistaken request does not tell that a dataset of another project is there"] = new(Foreign, (s, d) => s.PostAsync($"datasets/{d}/files:presign", "{"), "404 NOT_FOUND"),
        ["A mistaken window does not tell that a dataset of another project is there"] = new(Foreign, (s, d) => s.GetAsync($"datasets/{d}/files", query: "fileLimit=0"), "404 NOT_FOUND"),
        ["A share that is only offered gives nothing"] = new(Offered, Sign(), "404 NOT_FOUND"),
        ["A share with downloads shows names"] = new(Shared(analyzeOnly: false), Files(), "200"),
        ["A share with downloads gives URLs"] = new(Shared(analyzeOnly: false), Sign(), "200"),
        ["A share with downloads gives a viewer URLs"] = new(Shared(analyzeOnly: false), Sign("viewer"), "200"),
        ["A share with downloads gives credentials"] = new(Shared(analyzeOnly: false), Download(), "200"),
        ["An analyze-only share shows names"] = new(Shared(analyzeOnly: true), Files(), "200"),
        ["An analyze-only share never yields a download URL"] = new(Shared(analyzeOnly: true), Sign(), "403 SHARE_IS_ANALYZE_ONLY"),
        ["An analyze-only share never yields a download URL to an administrator"] = new(Shared(analyzeOnly: true), Sign("admin"), "403 SHARE_IS_ANALYZE_ONLY"),
        ["An analyze-only share never yields download credentials"] = new(Shared(analyzeOnly: true), Download(), "403 SHARE_IS_ANALYZE_ONLY"),
        ["An analyze-only share gives pipelines credentials"] = new(Shared(analyzeOnly: true), Analyze(), "200"),
        ["People get no credentials of pipelines"] = new(Shared(analyzeOnly: true), (s, d) => s.PostAsync("pipeline-token", Run(d)), "403 NOT_YOUR_PIPELINE_ROLE"),
        ["The pipeline role of another project is a stranger"] = new(Shared(analyzeOnly: true), (s, d) => s.PostAsPipelineAsync("pipeline-token", Run(d), "pub"), "404 NOT_FOUND"),
        ["Until storage enforces a share its names are there"] = new(NotEnforced, Files(), "200"),
        ["Until storage enforces a share nothing is downloaded"] = new(NotEnforced, Sign(), "503 NOT_READY"),
        ["Until storage enforces a share nothing is analyzed"] = new(NotEnforced, Analyze(), "503 NOT_READY"),
        ["An expired share gives nothing"] = new(Expired, Sign(), "404 NOT_FOUND"),
        ["An unsubscribed share gives nothing"] = new(Unsubscribed, Sign(), "404 NOT_FOUND"),
        ["A share that names the project no more gives nothing"] = new(TakenOut, Sign(), "404 NOT_FOUND"),
        ["A deleted share gives nothing"] = new(ShareDeleted, Sign(), "404 NOT_FOUND"),
        ["A dataset that the share does not select is not there"] = new(NotSelected, Sign(), "404 NOT_FOUND"),
        ["A dataset that lost the tag is not there"] = new(Untagged, Sign(), "404 NOT_FOUND"),
        ["A dataset that came to match is there at once"] = new(TaggedLater, Sign(), "200"),
        ["What was made analyze-only after it was enforced for download is refused"] = new(Restricted, Sign(), "403 SHARE_IS_ANALYZE_ONLY"),
        ["Suspended downloads yield no URL"] = new(Suspended, Sign(), "403 DOWNLOADS_SUSPENDED"),
        ["Suspended downloads yield no URL to an administrator"] = new(Suspended, Sign("admin"), "403 DOWNLOADS_SUSPENDED"),
        ["Suspended downloads yield no credentials"] = new(Suspended, Download(), "403 DOWNLOADS_SUSPENDED"),
        ["Names of files are there while downloads are suspended"] = new(Suspended, Files(), "200"),
        ["Analyses go on while downloads are suspended"] = new(Suspended, Analyze(), "200"),
        ["Downloads that go on wait for their new access point"] = new(Resumed, Sign(), "503 NOT_READY"),
        ["A member without a role any more is a stranger"] = new(MemberRemoved, Sign(), "404 NOT_FOUND"),
        ["A shared dataset takes no uploads"] = new(Shared(analyzeOnly: false), Upload(), "404 NOT_FOUND"),
        ["A shared dataset is not the subscriber's to complete"] = new(Shared(analyzeOnly: false), (s, d) => s.PostAsync($"datasets/{d}:complete", "{}"), "403 ROLE_TOO_LOW"),
        ["A viewer uploads nothing"] = new(Pending, Upload("viewer"), "403 ROLE_TOO_LOW"),
        ["A viewer completes nothing"] = new(Pending, (s, d) => s.PostAsync($"datasets/{d}:complete", "{}", "viewer"), "403 ROLE_TOO_LOW"),
        ["A member uploads to a pending dataset"] = new(Pending, Upload(), "200"),
        ["An upload waits for the project's bucket"] = new(WithoutBucket, Upload(), "503 NOT_READY"),
        ["Completing waits for the project's bucket"] = new(WithoutBucket, (s, d) => s.PostAsync($"datasets/{d}:complete", "{}"), "503 NOT_READY"),
        ["A completed dataset takes no uploads"] = new(Own, Upload(), "400 VALIDATION_FAILED"),
        ["An own dataset is not asked for as a shared one"] = new(Own, Download(), "400 VALIDATION_FAILED"),
    }.ToFrozenDictionary();

    public static TheoryData<string> Sentences => [.. Table.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task Access_follows_the_table(string sentence)
    {
        var scene = await Scene.CreateAsync(world);
        var (arrange, ask, expected) = Table[sentence];
        var answer = await ask(scene, await arrange(world, scene));
        Assert.Equal(expected, answer.Outcome());
        Assert.Equal(answer.StatusCode == 503, answer.Headers.ContainsKey("retry-after"));
    }

    private static Func<Scene, DatasetId, Task<HttpApiAnswer>> Files(string user = "member") => (s, d) => s.GetAsync($"datasets/{d}/files", user);

    private static Func<Scene, DatasetId, Task<HttpApiAnswer>> Sign(string user = "member") =>
        (s, d) => s.PostAsync($"datasets/{d}/files:presign", Presign, user);

    private static Func<Scene, DatasetId, Task<HttpApiAnswer>> Download() => (s, d) => s.PostAsync("s3-token", Token("SHARED_DATASET_DOWNLOAD", d));

    private static Func<Scene, DatasetId, Task<HttpApiAnswer>> Upload(string user = "member") =>
        (s, d) => s.PostAsync("s3-token", Token("DATASET_UPLOAD", d), user);

    private static Func<Scene, DatasetId, Task<HttpApiAnswer>> Analyze() => (s, d) => s.PostAsPipelineAsync("pipeline-token", Run(d));

    private static string Token(string type, DatasetId dataset) => $$"""{"accessType":"{{type}}","datasetId":"{{dataset}}"}""";

    private static string Run(DatasetId dataset) => $$"""{"executionId":"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","datasetIds":["{{dataset}}"]}""";

    private static Task<DatasetId> Own(AccessWorld world, Scene scene) => scene.AddDatasetAsync(scene.Subscriber);

    private static Task<DatasetId> Foreign(AccessWorld world, Scene scene) => scene.AddDatasetAsync(scene.Publisher);

    private static Task<DatasetId> Pending(AccessWorld world, Scene scene) => scene.AddDatasetAsync(scene.Subscriber, DatasetStatus.Pending);

    private static async Task<DatasetId> WithoutBucket(AccessWorld world, Scene scene)
    {
        (await world.Projects.SetStatusAsync(scene.Subscriber, ProjectStatus.Pending, "", scene.User("admin").Acting(), default)).ValueOrThrow();
        return await Pending(world, scene);
    }

    private static Func<AccessWorld, Scene, Task<DatasetId>> Shared(bool analyzeOnly) => async (_, scene) =>
    {
        await scene.ShareAsync(analyzeOnly);
        return await scene.AddDatasetAsync(scene.Publisher);
    };

    private static async Task<DatasetId> Deleted(AccessWorld world, Scene scene)
    {
        var id = await scene.AddDatasetAsync(scene.Subscriber);
        (await world.Datasets.DeleteAsync(id, null, scene.User("admin").Acting(), default)).ValueOrThrow();
        return id;
    }

    private static async Task<DatasetId> Offered(AccessWorld world, Scene scene)
    {
        await world.EnforceAsync((await scene.PublishAsync(analyzeOnly: false)).Id);
        return await scene.AddDatasetAsync(scene.Publisher);
    }

    private static async Task<DatasetId> NotEnforced(AccessWorld world, Scene scene)
    {
        await scene.SubscribeAsync(await scene.PublishAsync(analyzeOnly: false));
        return await scene.AddDatasetAsync(scene.Publisher);
    }

    private static Task<DatasetId> Expired(AccessWorld world, Scene scene) =>
        Edited(scene, share => share with { ExpiresAt = TimeProvider.System.GetUtcNow() });

    private static Task<DatasetId> TakenOut(AccessWorld world, Scene scene) => Edited(scene, share => share with { SharedProjectIds = [] });

    private static Task<DatasetId> Restricted(AccessWorld world, Scene scene) =>
        Edited(scene, share => share with { IsViewRestricted = true, DownloadGeneration = share.DownloadGeneration + 1 });

    private static Task<DatasetId> Suspended(AccessWorld world, Scene scene) => Edited(scene, Suspend);

    private static async Task<DatasetId> Resumed(AccessWorld world, Scene scene)
    {
        var share = await scene.ShareAsync(analyzeOnly: false);
        await scene.EditAsync(share, Suspend);
        await scene.EditAsync(share, suspended => suspended.LiftFor(suspended.Suspension!.Period));
        return await scene.AddDatasetAsync(scene.Publisher);
    }

    private static Core.Sharing.Share Suspend(Core.Sharing.Share share)
    {
        var limit = new EgressLimit(new ByteCount(1), null, EgressLimitAction.SuspendDownloads);
        return (share with { EgressLimit = limit }).Suspend(limit, BillingPeriod.Of(share.CreatedAt), share.CreatedAt)!;
    }

    private static async Task<DatasetId> Edited(Scene scene, Func<Core.Sharing.Share, Core.Sharing.Share> change)
    {
        await scene.EditAsync(await scene.ShareAsync(analyzeOnly: false), change);
        return await scene.AddDatasetAsync(scene.Publisher);
    }

    private static async Task<DatasetId> Unsubscribed(AccessWorld world, Scene scene)
    {
        var share = await scene.ShareAsync(analyzeOnly: false);
        (await world.Shares.UnsubscribeAsync(share, scene.Subscriber, scene.User("admin").Acting(), default)).ValueOrThrow();
        return await scene.AddDatasetAsync(scene.Publisher);
    }

    private static async Task<DatasetId> ShareDeleted(AccessWorld world, Scene scene)
    {
        var share = await scene.ShareAsync(analyzeOnly: false);
        (await world.Shares.DeleteAsync(share.Id, null, scene.User("admin").Acting(), default)).ValueOrThrow();
        return await scene.AddDatasetAsync(scene.Publisher);
    }

    private static async Task<DatasetId> NotSelected(AccessWorld world, Scene scene)
    {
        await scene.ShareAsync(analyzeOnly: false);
        return await scene.AddDatasetAsync(scene.Publisher, DatasetStatus.Pending);
    }

    private static async Task<DatasetId> Untagged(AccessWorld world, Scene scene)
    {
        await scene.ShareAsync(analyzeOnly: false);
        return await RetagAsync(world, await scene.AddDatasetAsync(scene.Publisher), "other");
    }

    private static async Task<DatasetId> TaggedLater(AccessWorld world, Scene scene)
    {
        await scene.ShareAsync(analyzeOnly: false);
        var id = await RetagAsync(world, await scene.AddDatasetAsync(scene.Publisher), "other");
        return await RetagAsync(world, id, "shared");
    }

    private static async Task<DatasetId> MemberRemoved(AccessWorld world, Scene scene)
    {
        await scene.ShareAsync(analyzeOnly: false);
        Assert.Null((await world.Members.SetRoleAsync(scene.Subscriber, scene.User("member"), null, scene.User("admin").Acting(), default)).Failure);
        return await scene.AddDatasetAsync(scene.Publisher);
    }

    private static async Task<DatasetId> RetagAsync(AccessWorld world, DatasetId id, string tag)
    {
        (await world.Datasets.UpdateAsync(id, null, UserId.Parse("somebody").Acting(), d => d with { Tags = [tag] }, default)).ValueOrThrow();
        return id;
    }
}

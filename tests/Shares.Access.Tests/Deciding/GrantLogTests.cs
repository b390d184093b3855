using Shares.Access.Tests.Support;
using Shares.Core.Audit;
using Shares.Core.Ids;
using Shares.Testing.DynamoDb;
using Shares.Testing.RuntimeApi;

namespace Shares.Access.Tests.Deciding;

/// <summary>What the publisher's log tells of grants.</summary>
public sealed class GrantLogTests(AccessWorld world)
{
    private static readonly ExecutionId Execution = UuidId.New<ExecutionId>(TimeProvider.System);

    public static TheoryData<AuditAction> Grants => [AuditAction.FilesPresigned, AuditAction.StorageTokenVended, AuditAction.PipelineTokenVended];

    [Theory]
    [MemberData(nameof(Grants))]
    public async Task Every_grant_of_a_shared_dataset_is_in_the_publisher_s_log_without_what_was_handed_out(AuditAction action)
    {
        var scene = await Scene.CreateAsync(world);
        var share = await scene.ShareAsync(analyzeOnly: false);
        var dataset = await scene.AddDatasetAsync(scene.Publisher);

        var answer = await AskAsync(scene, action, dataset);

        Assert.Equal("200", answer.Outcome());
        var entry = Assert.Single(await LoggedAsync(scene.Publisher, action));
        Assert.Equal(new AuditTarget(AuditTargetType.Share, share.Id.ToString(), share.Name), entry.Target);
        Assert.Equal(action == AuditAction.PipelineTokenVended ? ActorType.Pipeline : ActorType.Person, entry.Actor.Type);
        Assert.Equal(("203.0.113.7", "tests"), (entry.Actor.Address, entry.Actor.UserAgent));
        var changes = entry.Changes.ToDictionary(change => change.Field, change => change.After);
        Assert.Equal([$"{dataset}"], changes["datasetIds"]);
        Assert.Contains(changes.Values, after => after is [var id] && id == scene.Subscriber.ToString());
        Assert.DoesNotContain(entry.Changes.SelectMany(change => change.After), text => text.Contains("X-Amz", StringComparison.Ordinal) || text.StartsWith("ASIA", StringComparison.Ordinal));
        Assert.Empty(await LoggedAsync(scene.Subscriber, action));
    }

    [Theory]
    [MemberData(nameof(Grants))]
    public async Task What_cannot_be_logged_is_not_handed_out(AuditAction action)
    {
        var scene = await Scene.CreateAsync(world);
        await scene.ShareAsync(analyzeOnly: false);
        var dataset = await scene.AddDatasetAsync(scene.Publisher);
        var logged = 0;
        for (var calls = 1; logged == 0; calls++)
        {
            using var store = new CrashingDynamoDb(world.Table.Endpoint, calls);
            await using var function = await world.StartFunctionAsync(TimeProvider.System, store.Client);
            scene.Via = function;

            var answer = await AskAsync(scene, action, dataset);

            logged = (await LoggedAsync(scene.Publisher, action)).Count;
            if (logged > 0) break;
            Assert.Equal("500 INTERNAL_ERROR", answer.Outcome());
            Assert.DoesNotContain("accessKeyId", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("X-Amz-Signature", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(1, logged);
    }

    [Theory]
    [MemberData(nameof(Grants))]
    public async Task What_is_refused_or_the_own_is_not_logged(AuditAction action)
    {
        var scene = await Scene.CreateAsync(world);
        var (own, shared) = (await scene.AddDatasetAsync(scene.Subscriber), await scene.AddDatasetAsync(scene.Publisher));

        Assert.StartsWith(action == AuditAction.StorageTokenVended ? "400" : "200", (await AskAsync(scene, action, own)).Outcome(), StringComparison.Ordinal);
        Assert.Equal("404 NOT_FOUND", (await AskAsync(scene, action, shared)).Outcome());

        Assert.Empty(await LoggedAsync(scene.Publisher, action));
        Assert.Empty(await LoggedAsync(scene.Subscriber, action));
    }

    private static Task<HttpApiAnswer> AskAsync(Scene scene, AuditAction action, DatasetId dataset) => action switch
    {
        AuditAction.FilesPresigned => scene.PostAsync($"datasets/{dataset}/files:presign", """{"all":true}"""),
        AuditAction.StorageTokenVended => scene.PostAsync("s3-token", $$"""{"accessType":"SHARED_DATASET_DOWNLOAD","datasetId":"{{dataset}}"}"""),
        _ => scene.PostAsPipelineAsync("pipeline-token", $$"""{"executionId":"{{Execution}}","datasetIds":["{{dataset}}"]}"""),
    };

    private async Task<List<AuditEvent>> LoggedAsync(ProjectId log, AuditAction action)
    {
        var project = (await world.Projects.FindAsync(log, default))!;
        return [.. (await world.Audit.ListAsync(project, null, 100, default)).Items.Where(entry => entry.Action == action)];
    }
}

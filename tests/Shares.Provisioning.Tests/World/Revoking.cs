using System.Text.Json.Nodes;
using Shares.Core.Datasets;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Streams;
using Shares.Testing;

namespace Shares.Provisioning.Tests.World;

/// <summary>Ways to lose access, as the stream tells them, and what storage then refuses.</summary>
internal static class Revoking
{
    public static readonly UserId User = UserId.Parse("lab-member");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static T New<T>() where T : struct, IUuidId<T> => UuidId.New<T>(TimeProvider.System);

    /// <summary>A completed dataset of the publisher that shares hold by their tag.</summary>
    public static async Task<DatasetId> AddDatasetAsync(this Lab lab, string tag = "public")
    {
        var now = TimeProvider.System.GetUtcNow();
        var dataset = new Dataset
        {
            Id = New<DatasetId>(), ProjectId = lab.Publisher.Id, Name = "Run 1", ProcessId = "fastq", Status = DatasetStatus.Completed, Tags = [tag],
            CreatedBy = User, CreatedAt = now, UpdatedAt = now,
        };
        return (await lab.Datasets.CreateAsync(dataset, User.Acting(), Ct)).ValueOrThrow().Id;
    }

    /// <summary>What Access notes when it hands out a session.</summary>
    public static Task GrantAsync(this Lab lab, ShareId share, DatasetId dataset, ProjectId subscriber, UserId? person = null) =>
        lab.Grants.RecordAsync([new(share, dataset, subscriber, person, TimeProvider.System.GetUtcNow())], Ct);

    public static async Task SubscribeAsync(this Lab lab, ShareId share, ProjectId project) =>
        (await lab.Shares.SubscribeAsync((await lab.Shares.FindAsync(share, Ct))!, project, User.Acting(), Ct)).ValueOrThrow();

    public static Task<TableStreamRecord> UnsubscribeAsync(this Lab lab, ShareId share, ProjectId project) => lab.ObserveAsync(
        $"SHARE#{share}", $"ENFORCEMENT#REVOKE#SUBSCRIBER#{project}",
        async () => (await lab.Shares.UnsubscribeAsync((await lab.Shares.FindAsync(share, Ct))!, project, User.Acting(), Ct)).ValueOrThrow());

    public static Task<TableStreamRecord> ChangeAsync(this Lab lab, DatasetId dataset, Func<Dataset, Dataset> change) => lab.ObserveAsync(
        $"DATASET#{dataset}", "META", async () => (await lab.Datasets.UpdateAsync(dataset, null, User.Acting(), d => change(d), Ct)).ValueOrThrow());

    public static Task<TableStreamRecord> SetRoleAsync(this Lab lab, ProjectId project, Role? role) => lab.ObserveAsync(
        $"PROJECT#{project}", $"MEMBER#{User}", async () => Assert.Null((await lab.Members.SetRoleAsync(project, User, role, User.Acting(), Ct)).Failure));

    /// <summary>The publisher cuts an execution off.</summary>
    public static async Task<TableStreamRecord> CutOffAsync(this Lab lab, ShareUsage usage) => await lab.ObserveAsync(
        $"SHARE#{usage.ShareId}", $"ENFORCEMENT#REVOKE#EXECUTION#{usage.ConsumingProjectId}#{usage.ExecutionId}",
        async () => (await lab.Usages.CutOffAsync((await lab.Shares.FindAsync(usage.ShareId, Ct))!, usage.Id, User.Acting(), Ct)).ValueOrThrow());

    public static Task<TableStreamRecord> AskAsync(this Lab lab, ShareId share, Revoked subject)
    {
        var item = Data.Items.RevocationRequestItem.ToItem(new(share, subject, TimeProvider.System.GetUtcNow()));
        return lab.ObserveAsync(item["PK"].S, item["SK"].S, () => lab.Table.Client.PutItemAsync(lab.Table.Name, item, Ct));
    }

    public static async Task<Revocations> RevocationsAsync(this Lab lab, ShareId share) => (await lab.Enforcements.FindAsync(share, Ct))!.Revocations;

    /// <summary>The conditions of the statements by which an access point refuses sessions issued before some moment.</summary>
    public static IReadOnlyList<JsonObject> Refusals(this Lab lab, ShareId share, AccessPointKind kind)
    {
        var name = lab.AccessPointsOf(share).Single(n => AccessPointName.Parse(n).Kind == kind);
        var statements = JsonNode.Parse(lab.Storage.AccessPoints.Find(name)!.Policy!)!["Statement"]!.AsArray();
        return [.. statements.Select(s => s!.AsObject()).Where(s => s["Condition"]?["DateLessThan"]?["aws:TokenIssueTime"] is not null)];
    }

    public static string Conditions(this Lab lab, ShareId share, AccessPointKind kind) => string.Concat(lab.Refusals(share, kind).Select(s => s.ToJsonString()));
}

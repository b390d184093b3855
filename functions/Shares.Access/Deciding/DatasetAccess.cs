using Shares.Core.Access;
using Shares.Core.Datasets;
using Shares.Core.Enforcing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Data.Datasets;
using Shares.Data.Requests;
using Shares.Data.Sharing;

namespace Shares.Access.Deciding;

/// <summary>Reads what <see cref="AccessRules"/> needs, always anew, and lets them decide.</summary>
internal sealed class DatasetAccess(RequestReader requests, DatasetStore datasets, ShareStore shares, TimeProvider time)
{
    private static readonly Failure Changed =
        new(ErrorCode.Conflict, "What you may read has changed while the credentials were made. Nothing was handed out; try again.");

    /// <summary>One dataset that was read with the request.</summary>
    public async Task<Result<GrantedDataset>> DecideAsync(ProjectCaller caller, Dataset? dataset, Purpose purpose, CancellationToken ct)
    {
        var related = await RelatedAsync(caller, dataset, ct);
        return Decide(caller, dataset, related, purpose);
    }

    /// <summary>
    /// Whether the caller sees the dataset, and through which share: the one that lets them read its files, where any does.
    /// </summary>
    public async Task<Result<GrantedDataset>> LocateAsync(ProjectCaller caller, Dataset? dataset, CancellationToken ct)
    {
        var related = await RelatedAsync(caller, dataset, ct);
        var reading = Decide(caller, dataset, related, caller.IsPipeline ? Purpose.Analyze : Purpose.Download);
        return reading.Failure is null ? reading : Decide(caller, dataset, related, Purpose.See);
    }

    /// <summary>All of them in the order of <paramref name="ids"/>, or the refusal of the first that is refused, naming it.</summary>
    /// <param name="field">The member of the request that holds the ids.</param>
    public async Task<Result<IReadOnlyList<GrantedDataset>>> DecideAllAsync(
        ProjectCaller caller, IReadOnlyList<DatasetId> ids, Purpose purpose, string field, CancellationToken ct)
    {
        var found = await datasets.FindManyAsync(ids, ct);
        var related = await RelatedAsync(caller, found.Values, ct);
        var granted = new List<GrantedDataset>(ids.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            var dataset = found.GetValueOrDefault(ids[i]);
            var through = dataset is null ? [] : related.GetValueOrDefault(dataset.ProjectId, []);
            if (!Decide(caller, dataset, through, purpose).Succeeded(out var one, out var refusal)) return Naming(ids[i], refusal, $"{field}[{i}]");
            granted.Add(one);
        }

        return granted;
    }

    /// <summary>
    /// Null when all is still granted as it was, else why not. Asked once more after credentials were made and before they are handed
    /// out: whatever is taken away later finds a session that was issued before, which storage can refuse by its time of issue.
    /// </summary>
    public async Task<Failure?> RecheckAsync(ProjectCaller caller, IReadOnlyList<GrantedDataset> before, Purpose purpose, CancellationToken ct)
    {
        var items = await requests.ReadAsync(caller.Project.Id, caller.Caller, null, null, ct);
        if (ProjectCaller.Resolve(items.Project, caller.Caller, items.Member) is not { } now) return Failure.NotFound;
        if (now.Role != caller.Role || now.Project.Bucket != caller.Project.Bucket) return Changed;
        if (before.Count == 0) return null;
        var again = await DecideAllAsync(now, [.. before.Select(d => d.Dataset.Id)], purpose, "datasetIds", ct);
        if (!again.Succeeded(out var after, out var refusal)) return refusal;
        return before.Zip(after).All(pair => IsSame(pair.First, pair.Second, purpose)) ? null : Changed;
    }

    private async Task<IReadOnlyList<RelatedShare>> RelatedAsync(ProjectCaller caller, Dataset? dataset, CancellationToken ct) =>
        dataset is null || dataset.ProjectId == caller.Project.Id ? [] : await shares.ListBetweenAsync(dataset.ProjectId, caller.Project.Id, ct);

    private async Task<Dictionary<ProjectId, IReadOnlyList<RelatedShare>>> RelatedAsync(
        ProjectCaller caller, IEnumerable<Dataset> found, CancellationToken ct)
    {
        var related = new Dictionary<ProjectId, IReadOnlyList<RelatedShare>>();
        foreach (var publisher in found.Select(d => d.ProjectId).Where(p => p != caller.Project.Id).Distinct())
            related[publisher] = await shares.ListBetweenAsync(publisher, caller.Project.Id, ct);
        return related;
    }

    private Result<GrantedDataset> Decide(ProjectCaller caller, Dataset? dataset, IReadOnlyList<RelatedShare> related, Purpose purpose)
    {
        var decision = AccessRules.Decide(caller, dataset, related, purpose, time.GetUtcNow());
        if (decision.Refusal is { } refusal) return refusal;
        return new GrantedDataset(dataset!, decision.Through is null ? null : related.First(r => r.Share.Id == decision.Through.Id));
    }

    private static bool IsSame(GrantedDataset before, GrantedDataset after, Purpose purpose)
    {
        if (before.Through is null || after.Through is null) return before.Through == after.Through;
        var kind = purpose == Purpose.Analyze ? AccessPointKind.Analyze : AccessPointKind.Download;
        return before.Grant(kind) == after.Grant(kind);
    }

    private static Failure Naming(DatasetId id, Failure refusal, string field) =>
        new(refusal.Code, $"Dataset {id}: {refusal.Detail}", [new FieldError(field, refusal.Detail)]);
}

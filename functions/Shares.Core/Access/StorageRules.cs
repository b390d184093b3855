using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Core.Access;

/// <summary>Whose requests are asked about.</summary>
/// <param name="User">Null: anybody, or a pipeline.</param>
/// <param name="Execution">Null: any, or no pipeline.</param>
public sealed record Requester(ProjectId Project, UserId? User, ExecutionId? Execution)
{
    /// <summary>All under which their sessions can be refused.</summary>
    public IEnumerable<Revoked> Subjects(DatasetId dataset)
    {
        yield return new Revoked.Subscriber(Project);
        yield return new Revoked.Dataset(dataset);
        if (User is { } user) yield return new Revoked.Person(Project, user);
        if (Execution is { } execution) yield return new Revoked.Execution(Project, execution);
    }
}

/// <summary>What storage does with requests through a share, read from its enforcement. Nothing here decides what is handed out.</summary>
public static class StorageRules
{
    /// <param name="record">Null before storage has anything to do with the share.</param>
    /// <param name="purpose">Seeing takes nothing of storage.</param>
    public static IEnumerable<StorageOutcome> For(
        Share share, Enforcement? record, Requester requester, DatasetId dataset, Purpose purpose, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(share);
        ArgumentNullException.ThrowIfNull(requester);
        if (purpose == Purpose.See) yield break;
        var kind = purpose == Purpose.Analyze ? AccessPointKind.Analyze : AccessPointKind.Download;
        var isReadBack = record is { State: EnforcementState.Enforced } && record.ShareVersion == share.Version;
        yield return new(StorageRule.AccessPoint, share.Id, HasWhatItShould(share, record, kind, now));
        yield return new(StorageRule.ReadBack, share.Id, isReadBack);
        var subjects = requester.Subjects(dataset).ToHashSet();
        var refused = (record?.Revocations.Live(now) ?? Revocations.None).Of(kind).Entries.Where(entry => subjects.Contains(entry.Subject)).ToList();
        if (refused.Count > 0) yield return new(StorageRule.EarlierSessions, share.Id, isReadBack, refused.Max(entry => entry.Moment));
        yield return new(StorageRule.Reach, share.Id, true);
    }

    private static bool HasWhatItShould(Share share, Enforcement? record, AccessPointKind kind, DateTimeOffset now)
    {
        var isWanted = !share.IsExpired(now) && (kind == AccessPointKind.Analyze || share.AllowsDownloads);
        return isWanted
            ? share.Enforcement.Of(kind)?.Name == DesiredState.WantedName(share, kind)
            : record is not null && record.AccessPoints.All(name => name.Kind != kind);
    }
}

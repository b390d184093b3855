using Shares.Core.Datasets;
using Shares.Core.Enforcing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Core.Access;

/// <summary>The rules by which one share gives one project access to one dataset, in order, each with the refusal it gives.</summary>
internal static class ShareRules
{
    private static readonly Failure AnalyzeOnly = new(
        ErrorCode.ShareIsAnalyzeOnly,
        "The publisher shares this dataset for analyses only: pipelines may read its files, people may not view or download them.");

    private static readonly Failure Suspended = new(
        ErrorCode.DownloadsSuspended,
        "Downloads through this share have reached what its publisher lets them take in a month. They go on with the next month, or when the publisher allows more; analyses go on.");

    private static readonly Failure NotReady = new(
        ErrorCode.NotReady,
        "Storage is being set up for the latest change of this share; try again in a few seconds.");

    public static IEnumerable<(Rule Rule, bool Holds, Failure Otherwise)> For(
        RelatedShare candidate, ProjectId subscriber, Dataset dataset, Purpose purpose, DateTimeOffset now)
    {
        var (share, relation) = candidate;
        yield return (Rule.ProjectHasSubscribed, IsSubscription(relation, subscriber, share), Failure.NotFound);
        yield return (Rule.ShareHasNotExpired, !share.IsExpired(now), Failure.NotFound);
        yield return (Rule.ShareNamesTheProject, share.SharedProjectIds.Contains(subscriber), Failure.NotFound);
        yield return (Rule.ShareHoldsTheDataset, share.Holds(dataset), Failure.NotFound);
        if (purpose == Purpose.See) yield break;
        yield return (Rule.ShareAllowsThePurpose, purpose == Purpose.Analyze || !share.IsViewRestricted, AnalyzeOnly);
        if (purpose == Purpose.Download) yield return (Rule.DownloadsAreNotSuspended, share.Suspension is null, Suspended);
        var kind = purpose == Purpose.Analyze ? AccessPointKind.Analyze : AccessPointKind.Download;
        yield return (Rule.StorageEnforcesTheShare, IsProvisioned(share, kind), NotReady);
    }

    private static bool IsSubscription(Relation relation, ProjectId subscriber, Share share) =>
        relation.Type == ShareType.Subscriber && relation.ProjectId == subscriber && relation.ShareId == share.Id;

    /// <summary>An access point of an older generation does not count: it is on its way out.</summary>
    private static bool IsProvisioned(Share share, AccessPointKind kind) => share.Enforcement.Of(kind)?.Name == DesiredState.WantedName(share, kind);
}

using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Streams;

namespace Shares.Provisioning.TableChanges;

/// <summary>What a batch of the stream asks for: one piece of work for each share and project, however often it changed.</summary>
/// <param name="SequenceNumber">Of the first record that asks for it.</param>
internal abstract record PendingWork(string SequenceNumber)
{
    /// <param name="Changes">In the order in which they were made.</param>
    public sealed record OfShare(string SequenceNumber, ShareId Id, IReadOnlyList<TableChange.ShareChanged> Changes) : PendingWork(SequenceNumber)
    {
        /// <summary>Every access point that the share wanted before or after one of the changes.</summary>
        public IEnumerable<AccessPointName> SeenAccessPoints => Changes.SelectMany(c => new[] { c.Old, c.New }).OfType<Share>().SelectMany(Wanted).Distinct();

        private static IEnumerable<AccessPointName> Wanted(Share share)
        {
            yield return DesiredState.WantedName(share, AccessPointKind.Analyze);
            if (!share.IsViewRestricted) yield return DesiredState.WantedName(share, AccessPointKind.Download);
        }
    }

    public sealed record OfProject(string SequenceNumber, ProjectId Id) : PendingWork(SequenceNumber);

    public static IReadOnlyList<PendingWork> In(IReadOnlyList<TableStreamRecord> records) =>
    [
        .. records.Where(r => r.Change is TableChange.ShareChanged change && ConcernsStorage(change))
            .GroupBy(r => IdOf((TableChange.ShareChanged)r.Change!))
            .Select(g => new OfShare(g.First().SequenceNumber, g.Key, [.. g.Select(r => (TableChange.ShareChanged)r.Change!)])),
        .. records.Where(r => r.Change is TableChange.ProjectChanged change && BecamePending(change))
            .GroupBy(r => ((TableChange.ProjectChanged)r.Change!).New!.Id)
            .Select(g => new OfProject(g.First().SequenceNumber, g.Key)),
    ];

    private static ShareId IdOf(TableChange.ShareChanged change) => (change.New ?? change.Old)!.Id;

    /// <summary>Not what this function itself notes in the share: that leaves its version as it is.</summary>
    private static bool ConcernsStorage(TableChange.ShareChanged change) =>
        change.Old is null || change.New is null || change.Old.Version != change.New.Version;

    /// <summary>Not later edits while it is pending: the record that made it so is delivered until it is done.</summary>
    private static bool BecamePending(TableChange.ProjectChanged change) =>
        change.New?.Status == ProjectStatus.Pending && change.Old?.Status != ProjectStatus.Pending;
}

using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Streams;

namespace Shares.Provisioning.TableChanges;

/// <summary>One readable record of the stream.</summary>
internal readonly record struct NumberedChange(string SequenceNumber, TableChange Change);

/// <summary>What a batch of the stream asks for: one piece of work for each share and project, however often it changed.</summary>
/// <param name="SequenceNumber">Of the first record that asks for it.</param>
internal abstract record PendingWork(string SequenceNumber)
{
    /// <param name="Changes">In the order in which they were made.</param>
    public sealed record OfShare(string SequenceNumber, ShareId Id, IReadOnlyList<TableChange.ShareChanged> Changes) : PendingWork(SequenceNumber)
    {
        /// <summary>Every access point that the share wanted before or after one of the changes.</summary>
        public IEnumerable<AccessPointName> SeenAccessPoints =>
            Changes.SelectMany(change => new[] { change.Old, change.New }).OfType<Share>().SelectMany(Wanted).Distinct();

        private static IEnumerable<AccessPointName> Wanted(Share share)
        {
            yield return DesiredState.WantedName(share, AccessPointKind.Analyze);
            if (!share.IsViewRestricted) yield return DesiredState.WantedName(share, AccessPointKind.Download);
        }
    }

    public sealed record OfProject(string SequenceNumber, ProjectId Id) : PendingWork(SequenceNumber);

    public static IReadOnlyList<PendingWork> In(IReadOnlyList<NumberedChange> changes)
    {
        var ofShares =
            from numbered in changes
            let change = numbered.Change as TableChange.ShareChanged
            where change is not null && ConcernsStorage(change)
            group (numbered.SequenceNumber, change) by (change.New ?? change.Old)!.Id into share
            select new OfShare(share.First().SequenceNumber, share.Key, [.. share.Select(c => c.change)]);
        var ofProjects =
            from numbered in changes
            let change = numbered.Change as TableChange.ProjectChanged
            where change is not null && BecamePending(change)
            group numbered.SequenceNumber by change.New!.Id into project
            select new OfProject(project.First(), project.Key);
        return [.. ofShares, .. ofProjects];
    }

    /// <summary>Not what this function itself notes in the share: that leaves its version as it is.</summary>
    private static bool ConcernsStorage(TableChange.ShareChanged change) => change.Old?.Version != change.New?.Version;

    /// <summary>Not later edits while it is pending: the record that made it so is delivered until it is done.</summary>
    private static bool BecamePending(TableChange.ProjectChanged change) =>
        change.New?.Status == ProjectStatus.Pending && change.Old?.Status != ProjectStatus.Pending;
}

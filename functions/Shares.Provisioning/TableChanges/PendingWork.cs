using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Streams;

namespace Shares.Provisioning.TableChanges;

/// <summary>What a batch of the stream asks for: one piece of work for each share and project, however often it changed.</summary>
/// <param name="SequenceNumber">Of the first record that asks for it.</param>
/// <param name="MadeAt">When that change was made.</param>
internal abstract record PendingWork(string SequenceNumber, DateTimeOffset MadeAt)
{
    /// <param name="Asks">In the order in which the changes were made.</param>
    public sealed record OfShare(ShareId Id, IReadOnlyList<ShareAsk> Asks) : PendingWork(Asks[0].SequenceNumber, Asks[0].MadeAt)
    {
        public IEnumerable<TableChange.ShareChanged> Changes => Asks.Select(ask => ask.Change).OfType<TableChange.ShareChanged>();

        public IReadOnlyList<LostAccess> Lost => [.. Asks.Select(ask => ask.Lost).OfType<LostAccess>()];

        public bool HasRequests => Asks.Any(ask => ask.HasRequests);

        public DateTimeOffset? VerificationAskedAt => Asks.Max(ask => ask.VerificationAskedAt);

        /// <summary>Every access point that the share wanted before or after one of the changes.</summary>
        public IReadOnlyCollection<AccessPointName> SeenAccessPoints =>
            Changes.SelectMany(change => new[] { change.Old, change.New }).OfType<Share>().SelectMany(Wanted).ToHashSet();

        private static IEnumerable<AccessPointName> Wanted(Share share)
        {
            yield return DesiredState.WantedName(share, AccessPointKind.Analyze);
            if (share.AllowsDownloads) yield return DesiredState.WantedName(share, AccessPointKind.Download);
        }
    }

    public sealed record OfProject(string SequenceNumber, DateTimeOffset MadeAt, ProjectId Id) : PendingWork(SequenceNumber, MadeAt);

    public static IReadOnlyList<OfShare> OfShares(IEnumerable<ShareAsk> asks) =>
        [.. asks.GroupBy(ask => ask.ShareId).Select(share => new OfShare(share.Key, [.. share]))];

    /// <summary>Not later edits while it is pending: the record that made it so is delivered until it is done.</summary>
    public static bool BecamePending(TableChange.ProjectChanged change) =>
        change.New?.Status == ProjectStatus.Pending && change.Old?.Status != ProjectStatus.Pending;
}

using Shares.Core.Datasets;
using Shares.Data.Streams;
using Shares.Provisioning.Revoking;

namespace Shares.Provisioning.TableChanges;

/// <summary>Finds the shares that a change of the table concerns, and what it asks for of each.</summary>
public sealed class AskFinder(LostAccessFinder lost, TimeProvider time)
{
    public async Task<IReadOnlyList<ShareAsk>> FindAsync(TableStreamRecord record, TableChange change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (number, at) = (record.SequenceNumber, record.MadeAt ?? time.GetUtcNow());
        switch (change)
        {
            case TableChange.ShareChanged of when ConcernsStorage(of):
                return [new((of.New ?? of.Old)!.Id, number, at) { Change = of }];
            case TableChange.RevocationRequested requested:
                return [new(requested.ShareId, number, at) { HasRequests = true }];
            case TableChange.VerificationRequested asked:
                return [new(asked.ShareId, number, at) { VerificationAskedAt = asked.At }];
            case TableChange.DatasetChanged { Old: { Status: DatasetStatus.Completed } dataset, New: var now }:
                var without = await lost.ToDatasetAsync(dataset.Id, ct);
                return [.. without.Select(each => new ShareAsk(each.Share, number, now?.UpdatedAt ?? at) { Lost = each.Lost })];
            case TableChange.MemberGone gone:
                var former = await lost.OfFormerMemberAsync(gone.ProjectId, gone.UserId, ct);
                return [.. former.Select(each => new ShareAsk(each.Share, number, at) { Lost = each.Lost })];
            default:
                return [];
        }
    }

    /// <summary>Not what this function itself notes in the share: that leaves its version as it is.</summary>
    private static bool ConcernsStorage(TableChange.ShareChanged change) => change.Old?.Version != change.New?.Version;
}

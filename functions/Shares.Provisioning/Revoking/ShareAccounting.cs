using Shares.Core.Enforcing;
using Shares.Core.Sharing;
using Shares.Data.Datasets;
using Shares.Data.Sharing;

namespace Shares.Provisioning.Revoking;

/// <summary>
/// Looks, once for each version of a share, into whose sessions have to end because of it: of projects that it does not name any more, and
/// for datasets that it does not hold any more. Only sessions that may be alive matter, so a change that drops very many datasets
/// revokes no more than are being read.
/// </summary>
public sealed class ShareAccounting(LiveGrantStore grants, DatasetStore datasets, Revoker revoker)
{
    /// <returns>True when nothing is left to put on record; false when it was, or the record has changed: it has to be read again.</returns>
    internal async Task<bool> AccountAsync(Share share, Enforcement? record, CancellationToken ct)
    {
        // Without a record there was no access point that a session could be for.
        if (record is null || record.AccountedVersion >= share.Version) return true;
        var lost = await LostAsync(share, ct);
        if (lost.All(record.Revocations.Cover)) return true;
        await revoker.AddAsync(share, record, lost, share.UpdatedAt, share.Version, ct);
        return false;
    }

    private async Task<IReadOnlyList<LostAccess>> LostAsync(Share share, CancellationToken ct)
    {
        var alive = await grants.OfShareAsync(share.Id, ct);
        var read = await datasets.FindManyAsync([.. alive.Select(grant => grant.DatasetId).Distinct()], ct);
        bool IsNamed(LiveGrant grant) => share.SharedProjectIds.Contains(grant.SubscriberId);
        bool IsHeld(LiveGrant grant) => read.GetValueOrDefault(grant.DatasetId) is { } dataset && share.Holds(dataset);
        var lost = alive.Where(grant => !IsNamed(grant)).Select(grant => new LostAccess(new Revoked.Subscriber(grant.SubscriberId), grant.IssuedAt))
            .Concat(alive.Where(grant => !IsHeld(grant)).Select(grant => new LostAccess(new Revoked.Dataset(grant.DatasetId), grant.IssuedAt)));
        return [.. lost.GroupBy(each => each.Subject).Select(same => same.MaxBy(each => each.LastIssued)!)];
    }
}

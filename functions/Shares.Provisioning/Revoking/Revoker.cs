using Microsoft.Extensions.Logging;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Hosting;
using Shares.Provisioning.EnforceShare;

namespace Shares.Provisioning.Revoking;

/// <summary>
/// Puts on record whose sessions storage has to refuse. From then on they end, whatever happens to this function: every run brings storage
/// into line with the record.
/// </summary>
public sealed partial class Revoker(
    EnforcementStore store, ShareStore shares, StorageContext context, Metrics metrics, TimeProvider time, ILogger<Revoker> logger)
{
    private const int Tries = 20;

    /// <summary>May be repeated: who is refused already is left as it is. A share that is gone has no access points to refuse anything.</summary>
    /// <param name="changedAt">When the first of them lost access.</param>
    /// <exception cref="InvalidOperationException">Others kept changing the record; to be tried again later.</exception>
    public async Task RevokeAsync(ShareId id, IReadOnlyCollection<LostAccess> lost, DateTimeOffset changedAt, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(lost);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (await shares.FindAsync(id, ct) is not { } share || await store.FindAsync(id, ct) is not { } record) return;
            if (lost.All(record.Revocations.Cover) || await AddAsync(share, record, lost, changedAt, record.AccountedVersion, ct)) return;
        }

        throw new InvalidOperationException($"The enforcement of share {id} kept changing while sessions were revoked.");
    }

    /// <param name="accounted">Up to which version of the share it was looked into whose sessions have to end.</param>
    /// <returns>False when the record has changed.</returns>
    internal async Task<bool> AddAsync(
        Share share, Enforcement record, IEnumerable<LostAccess> lost, DateTimeOffset changedAt, long accounted, CancellationToken ct)
    {
        // Access was lost before this moment: sessions from before it are for certain older.
        var now = time.GetUtcNow();
        Revocation[] added = [.. lost.Where(l => !record.Revocations.Cover(l)).Select(l => Revocation.After(l.Subject, now))];
        var plan = RevocationPlan.Add(record.Revocations, added, DesiredState.WantedName(share, AccessPointKind.Analyze), context, now);
        var next = record with
        {
            State = EnforcementState.Pending,
            PendingSince = record.PendingSince < changedAt ? record.PendingSince : changedAt,
            EffectiveAt = null,
            Revocations = plan.Revocations,
            AccountedVersion = accounted,
            DueAt = now + Due.Soon,
            UpdatedAt = now,
        };
        var isWritten = plan.Overflowing.Count == 0
            ? await store.RevokeAsync(share.Id, record, next, ct)
            : await store.RenewAsync(share, record, Accounted(next, share), plan.Overflowing, ct);
        if (!isWritten) return false;
        metrics.Add("Revocations", added.Length);
        if (plan.Overflowing.Count > 0) LogOverflow(share.Id, added.Length);
        else LogRevoked(share.Id, added.Length);
        return true;
    }

    /// <summary>
    /// The share comes to want other access points in place of those that were lost, because nothing that was signed for a name may find
    /// an access point of that name without its policy.
    /// </summary>
    /// <returns>False when the share or its record has changed.</returns>
    internal Task<bool> RenewAsync(Share share, Enforcement record, IReadOnlyCollection<AccessPointKind> kinds, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var revocations = kinds.Aggregate(record.Revocations, (all, kind) => all.Renewed(kind, now));
        var next = record with { Revocations = revocations, UpdatedAt = now };
        return store.RenewAsync(share, record, Accounted(next, share), kinds, ct);
    }

    /// <summary>A new version that only renews access points takes nothing away from anybody.</summary>
    private static Enforcement Accounted(Enforcement next, Share share) =>
        next.AccountedVersion >= share.Version ? next with { AccountedVersion = share.Version + 1 } : next;

    [LoggerMessage(150, LogLevel.Information, "Sessions of share {ShareId} are revoked: {Revocations} subjects")]
    private partial void LogRevoked(ShareId shareId, int revocations);

    [LoggerMessage(151, LogLevel.Warning, "So many sessions of share {ShareId} are revoked that its access points are replaced: {Revocations} subjects")]
    private partial void LogOverflow(ShareId shareId, int revocations);
}

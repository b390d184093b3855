using Shares.Aws.Http;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;

namespace Shares.Provisioning.EnforceShare;

/// <summary>
/// Keeps the record of how storage enforces a share. Every write names the record that it was made from, and for a share that is there
/// the version that it is about; it is refused (null) when either has changed.
/// </summary>
public sealed class EnforcementRecorder(EnforcementStore store, TimeProvider time)
{
    public Task<Enforcement?> FindAsync(ShareId id, CancellationToken ct) => store.FindAsync(id, ct);

    /// <summary>False when somebody else has written meanwhile, or the share is there after all.</summary>
    public Task<bool> RemoveAsync(ShareId id, Enforcement record, CancellationToken ct) => store.RemoveAsync(id, record, ct);

    /// <summary>Before anything is done: who is at work, and every access point that may exist or is about to.</summary>
    /// <param name="state">PENDING; DRIFTED when others have changed storage; ENFORCED when only what is not needed any more is to go.</param>
    internal Task<Enforcement?> BeginAsync(
        Share share, Enforcement? before, KnownAccessPoints known, WorkingRun run, EnforcementState state,
        IReadOnlyList<Difference> found, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var changedAt = before?.ShareVersion == share.Version ? now : share.UpdatedAt;
        return WriteAsync(share, before, known, new Enforcement
        {
            State = state,
            ShareVersion = share.Version,
            AccountedVersion = share.Version,
            AccessPoints = known.MayExist,
            Revocations = before?.Revocations ?? Revocations.None,
            PendingSince = state == EnforcementState.Enforced ? before?.PendingSince : before?.PendingSince ?? changedAt,
            Differences = Difference.Latest(found, before?.Differences ?? []),
            Runs = new Dictionary<string, DateTimeOffset>(before.OtherRuns(run, now)) { [run.Name] = run.Until },
            EffectiveAt = state == EnforcementState.Enforced ? before?.EffectiveAt : null,
            LastVerifiedAt = before?.LastVerifiedAt,
            DueAt = now + Due.Soon,
            UpdatedAt = now,
        }, ct);
    }

    /// <param name="enforced">The revocations that storage was read back with.</param>
    internal Task<Enforcement?> EnforcedAsync(
        Share share, Enforcement begun, KnownAccessPoints known, WorkingRun run, Revocations enforced, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return WriteAsync(share, begun, known, begun with
        {
            State = EnforcementState.Enforced,
            AccessPoints = known.MayExist,
            Revocations = enforced,
            PendingSince = null,
            Runs = begun.OtherRuns(run, now),
            EffectiveAt = begun.EffectiveAt ?? now,
            LastVerifiedAt = now,
            DueAt = Due.After(now, share, enforced),
            UpdatedAt = now,
        }, ct);
    }

    /// <summary>Storage was compared and lets through what it must.</summary>
    /// <param name="found">What was put right without that anybody got at more or less.</param>
    internal Task<Enforcement?> VerifiedAsync(
        Share share, Enforcement record, KnownAccessPoints known, IReadOnlyList<Difference> found, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return WriteAsync(share, record, known, record with
        {
            Differences = Difference.Latest(found, record.Differences),
            LastVerifiedAt = now,
            DueAt = Due.After(now, share, record.Revocations),
            UpdatedAt = now,
        }, ct);
    }

    /// <summary>This run is over without having enforced the share. Access points that may exist stay on record.</summary>
    /// <param name="failure">Null when another run goes on.</param>
    internal Task<Enforcement?> LeftAsync(
        Share share, Enforcement begun, KnownAccessPoints known, WorkingRun run, AwsFailure? failure, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return WriteAsync(share, begun, known, begun with
        {
            State = failure is null ? begun.State : StateAfter(failure, begun.State),
            AccessPoints = known.MayExist,
            Reason = failure?.Detail,
            Runs = begun.OtherRuns(run, now),
            DueAt = now + (failure is { IsTransient: false } ? Due.Regularly : Due.Soon),
            UpdatedAt = now,
        }, ct);
    }

    /// <summary>The same for a share that is gone.</summary>
    internal async Task<bool> LeftAsync(ShareId id, Enforcement? before, KnownAccessPoints known, AwsFailure failure, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var next = (before ?? new Enforcement { State = EnforcementState.Pending, ShareVersion = 0, AccessPoints = [], UpdatedAt = now }) with
        {
            State = StateAfter(failure, EnforcementState.Pending),
            AccessPoints = known.MayExist,
            Reason = failure.Detail,
            EffectiveAt = null,
            DueAt = now + (failure.IsTransient ? Due.Soon : Due.Regularly),
            UpdatedAt = now,
        };
        return await store.ReplaceAsync(id, before, next, null, ct);
    }

    /// <summary>What drifted stays so until it is mended.</summary>
    private static EnforcementState StateAfter(AwsFailure failure, EnforcementState state) =>
        !failure.IsTransient ? EnforcementState.Failed : state == EnforcementState.Drifted ? state : EnforcementState.Pending;

    private async Task<Enforcement?> WriteAsync(
        Share share, Enforcement? before, KnownAccessPoints known, Enforcement next, CancellationToken ct)
    {
        var summary = known.Summary(next.State, next.Revocations.Latest);
        return await store.ReplaceAsync(share.Id, before, next, summary, ct) ? next with { Revision = (before?.Revision ?? 0) + 1 } : null;
    }
}

using Shares.Aws.Http;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;

namespace Shares.Provisioning.EnforceShare;

/// <summary>
/// Keeps the record of how storage enforces a share. Every write for a share that is there names the version that it is about, and
/// is refused (false) when the share is at another one.
/// </summary>
public sealed class EnforcementRecorder(EnforcementStore store, TimeProvider time)
{
    public Task<Enforcement?> FindAsync(ShareId id, CancellationToken ct) => store.FindAsync(id, ct);

    public Task RemoveAsync(ShareId id, CancellationToken ct) => store.RemoveAsync(id, ct);

    /// <summary>Before anything is done: every access point that may exist or is about to.</summary>
    internal Task<bool> PendingAsync(Share share, KnownAccessPoints known, CancellationToken ct) =>
        RecordAsync(share, known, EnforcementState.Pending, null, ct);

    internal Task<bool> EnforcedAsync(Share share, KnownAccessPoints known, CancellationToken ct) =>
        RecordAsync(share, known, EnforcementState.Enforced, null, ct);

    /// <summary>Those that may exist stay on record.</summary>
    internal Task<bool> FailedAsync(Share share, KnownAccessPoints known, AwsFailure failure, CancellationToken ct) =>
        RecordAsync(share, known, StateAfter(failure), failure.Detail, ct);

    /// <summary>The same for a share that is gone.</summary>
    internal Task<bool> FailedAsync(ShareId id, Enforcement? recorded, KnownAccessPoints known, AwsFailure failure, CancellationToken ct) =>
        store.RecordAsync(
            id,
            new Enforcement
            {
                State = StateAfter(failure),
                ShareVersion = recorded?.ShareVersion ?? 0,
                AccessPoints = known.MayExist,
                Reason = failure.Detail,
                UpdatedAt = time.GetUtcNow(),
            },
            null,
            ct);

    private static EnforcementState StateAfter(AwsFailure failure) => failure.IsTransient ? EnforcementState.Pending : EnforcementState.Failed;

    private Task<bool> RecordAsync(Share share, KnownAccessPoints known, EnforcementState state, string? reason, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? verified = state == EnforcementState.Enforced ? now : null;
        var enforcement = new Enforcement
        {
            State = state,
            ShareVersion = share.Version,
            AccessPoints = known.MayExist,
            Reason = reason,
            EffectiveAt = verified,
            LastVerifiedAt = verified,
            UpdatedAt = now,
        };
        return store.RecordAsync(share.Id, enforcement, known.Summary(state), ct);
    }
}

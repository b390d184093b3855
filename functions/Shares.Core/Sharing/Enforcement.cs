using Shares.Core.Enforcing;

namespace Shares.Core.Sharing;

/// <summary>PENDING from a change until storage was read back and matched it.</summary>
public enum EnforcementState
{
    Pending,
    Enforced,
    Drifted,
    Failed,
}

/// <summary>An access point that exists and has its policy. The alias stands for a bucket's name in data calls.</summary>
public sealed record ProvisionedAccessPoint(AccessPointName Name, string Alias);

/// <summary>What the share itself remembers of its enforcement, so that granting access needs no further reading.</summary>
/// <param name="RevokedUntil">Storage may refuse sessions of this share that were issued before; null when it refuses none for that.</param>
public sealed record EnforcementSummary(
    EnforcementState State,
    ProvisionedAccessPoint? Analyze = null,
    ProvisionedAccessPoint? Download = null,
    DateTimeOffset? RevokedUntil = null)
{
    public static readonly EnforcementSummary Pending = new(EnforcementState.Pending);

    public ProvisionedAccessPoint? Of(AccessPointKind kind) => kind == AccessPointKind.Analyze ? Analyze : Download;
}

/// <summary>The whole record of how storage enforces a share.</summary>
public sealed record Enforcement
{
    public required EnforcementState State { get; init; }

    /// <summary>The version of the share that this is about.</summary>
    public required long ShareVersion { get; init; }

    /// <summary>
    /// Every access point that may exist for the share, written before one is created and kept until it is known to be gone, so
    /// that none is ever forgotten.
    /// </summary>
    public required IReadOnlyList<AccessPointName> AccessPoints { get; init; }

    /// <summary>What the access points refuse, live or not yet removed.</summary>
    public Revocations Revocations { get; init; } = Revocations.None;

    /// <summary>Up to which version of the share it was looked into whose sessions have to end; at most <see cref="ShareVersion"/>.</summary>
    public long AccountedVersion { get; init; }

    /// <summary>When the earliest change was made that storage does not enforce yet; null when there is none.</summary>
    public DateTimeOffset? PendingSince { get; init; }

    /// <summary>What was found changed in storage by others, latest first.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>
    /// Runs that may be changing storage, by name, and when each is over at the latest. Nothing counts as enforced while another one
    /// might still overwrite it.
    /// </summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Runs { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>Grows by one with every write; writes are conditional on it.</summary>
    public long Revision { get; init; }

    /// <summary>Why the state is not ENFORCED yet or any more.</summary>
    public string? Reason { get; init; }

    /// <summary>When storage was read back and matched <see cref="ShareVersion"/>.</summary>
    public DateTimeOffset? EffectiveAt { get; init; }
    public DateTimeOffset? LastVerifiedAt { get; init; }

    /// <summary>When storage is to be looked at again, whether anything changes or not.</summary>
    public DateTimeOffset DueAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

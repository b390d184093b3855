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
public sealed record EnforcementSummary(
    EnforcementState State,
    ProvisionedAccessPoint? Analyze = null,
    ProvisionedAccessPoint? Download = null)
{
    public static readonly EnforcementSummary Pending = new(EnforcementState.Pending);
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

    /// <summary>Why the state is not ENFORCED yet or any more.</summary>
    public string? Reason { get; init; }

    /// <summary>When storage was read back and matched <see cref="ShareVersion"/>.</summary>
    public DateTimeOffset? EffectiveAt { get; init; }
    public DateTimeOffset? LastVerifiedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

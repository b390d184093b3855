using Shares.Core.Ids;

namespace Shares.Core.Enforcing;

/// <summary>A project's bucket, of which the policy is kept as it must be.</summary>
public sealed record KeptBucket
{
    public required string Name { get; init; }
    public required ProjectId ProjectId { get; init; }

    /// <summary>Why our statements are not known to be in its policy; null when they are.</summary>
    public string? Reason { get; init; }
    public DateTimeOffset? LastVerifiedAt { get; init; }

    /// <summary>What was found changed in our statements by others, latest first.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>When it is to be looked at again.</summary>
    public DateTimeOffset DueAt { get; init; }
}

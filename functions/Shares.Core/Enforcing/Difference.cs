namespace Shares.Core.Enforcing;

/// <summary>How storage can differ from what the table wants. Written as in <see cref="ContractName"/>.</summary>
public enum DifferenceKind
{
    AccessPointMissing,

    /// <summary>An access point of our names that belongs to no share, or not to what the share is now.</summary>
    AccessPointForeign,
    WrongBucket,

    /// <summary>Another VPC than the pipelines', the Internet instead of it, or the other way round.</summary>
    WrongNetwork,
    PublicAccessNotBlocked,
    PolicyMissing,

    /// <summary>What S3 has cannot be read as a policy.</summary>
    PolicyUnreadable,
    StatementAdded,
    StatementMissing,
    StatementChanged,

    /// <summary>A statement of ours names a principal more than it did.</summary>
    PrincipalAdded,

    /// <summary>Requests through a download access point are not counted. Nobody gets at more for that.</summary>
    MetricsMissing,
    MetricsChanged,
}

/// <summary>One thing that somebody else changed in storage, and that was put right.</summary>
/// <param name="Where">Name of the access point or bucket.</param>
/// <param name="Detail">A sentence for the people who look after the share.</param>
/// <param name="FoundAt">When it was found.</param>
public sealed record Difference(DifferenceKind Kind, string Where, string Detail, DateTimeOffset FoundAt)
{
    /// <summary>How many of the latest ones are remembered.</summary>
    public const int Remembered = 20;

    /// <summary>The latest of both, latest first.</summary>
    public static IReadOnlyList<Difference> Latest(IEnumerable<Difference> found, IEnumerable<Difference> before) =>
        [.. found.Concat(before).Take(Remembered)];
}

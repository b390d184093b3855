namespace Shares.SystemTests.AttackMatrix;

/// <summary>Somebody who signs requests to storage, or nobody.</summary>
/// <param name="Label">For messages.</param>
/// <param name="Role">Name of the role, with its path; <see langword="null"/> for somebody without keys.</param>
/// <param name="Tags">Session tags.</param>
internal sealed record Attacker(string Label, string? Role, IReadOnlyDictionary<string, string> Tags, string? SourceIdentity = null)
{
    public override string ToString() => Label;
}

/// <summary>Something that leads to the objects of a bucket.</summary>
/// <param name="Address">What a request names before the key: a bucket, an access point by name, alias or ARN.</param>
/// <param name="Point"><see langword="null"/> for the bucket itself.</param>
internal sealed record Door(string Address, string Bucket, AccessPointFacts? Point)
{
    public override string ToString() => Address;
}

internal enum PointKind
{
    Analyze,
    Download,

    /// <summary>Of a project's own making, not of a share.</summary>
    Foreign,
}

/// <param name="Exists">False for one that was deleted, or never made, whose name somebody remembers.</param>
/// <param name="ExpiresAt">When its share ends.</param>
/// <param name="Cut">What was taken from whom, and when.</param>
internal sealed record AccessPointFacts(string Name, PointKind Kind, bool Exists = true, DateTimeOffset? ExpiresAt = null, Cut? Cut = null);

/// <summary>Sessions issued before a moment that are to end: those of whom all that is said here is true.</summary>
/// <param name="Subscriber">The project, as session tags write it.</param>
/// <param name="Person">As source identities are written.</param>
internal sealed record Cut(
    DateTimeOffset IssuedBefore, string? Subscriber = null, string? Execution = null, string? Person = null, string? Dataset = null);

/// <summary>One request to storage.</summary>
internal sealed record Attempt
{
    public required Attacker Who { get; init; }

    /// <summary>Since the session was issued; an hour ends it.</summary>
    public TimeSpan SessionAge { get; init; }

    public required Door Through { get; init; }

    /// <summary>Such as <c>s3:GetObject</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Of actions on objects.</summary>
    public required string Key { get; init; }

    /// <summary>Of actions that list.</summary>
    public string? Prefix { get; init; }

    public bool IsInVpc { get; init; }

    /// <summary>Signed in the query and not in a header.</summary>
    public bool IsPresigned { get; init; }

    /// <summary>S3 itself refuses a signature in a header after 15 minutes.</summary>
    public TimeSpan SignatureAge { get; init; }

    public bool IsEncrypted { get; init; } = true;

    public DateTimeOffset At { get; init; }

    /// <summary>Not about an object.</summary>
    public bool IsOnBucket => Lists || Action == "s3:GetBucketLocation";

    public bool Lists => Action.StartsWith("s3:ListBucket", StringComparison.Ordinal);
}

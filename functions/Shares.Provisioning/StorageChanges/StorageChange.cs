namespace Shares.Provisioning.StorageChanges;

/// <summary>
/// What a call of S3's management was about, as CloudTrail tells it through EventBridge. See
/// docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html; names of parameters are those of the API.
/// </summary>
public sealed record StorageChange
{
    public string? EventName { get; init; }

    /// <summary>Set when the call was refused, and so changed nothing.</summary>
    public string? ErrorCode { get; init; }
    public CallerIdentity? UserIdentity { get; init; }
    public ChangeParameters? RequestParameters { get; init; }
}

/// <param name="BucketName">Of calls about a bucket.</param>
/// <param name="Name">Of calls about an access point.</param>
public sealed record ChangeParameters(string? BucketName, string? Name);

public sealed record CallerIdentity(CallerSession? SessionContext);

public sealed record CallerSession(SessionIssuer? SessionIssuer);

/// <param name="Arn">Of the role whose session called.</param>
public sealed record SessionIssuer(string? Arn);

namespace Shares.Local.Lambda;

/// <summary>Where functions find AWS.</summary>
/// <param name="Aws">S3, S3 Control and STS.</param>
public sealed record AwsEndpoints(Uri DynamoDb, Uri Aws);

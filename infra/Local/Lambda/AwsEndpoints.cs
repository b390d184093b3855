namespace Shares.Local.Lambda;

/// <summary>Where functions find AWS.</summary>
/// <param name="Aws">Everything else.</param>
public sealed record AwsEndpoints(Uri DynamoDb, Uri Aws);

namespace Shares.Aws.Sessions;

/// <summary>Temporary credentials of a session. A class, not a record, so that nothing prints the secrets by accident.</summary>
public sealed class VendedCredentials(string accessKeyId, string secretAccessKey, string sessionToken, DateTimeOffset expiresAt)
{
    public string AccessKeyId { get; } = accessKeyId;
    public string SecretAccessKey { get; } = secretAccessKey;
    public string SessionToken { get; } = sessionToken;
    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    public override string ToString() => $"session credentials until {ExpiresAt:O}";
}

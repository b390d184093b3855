using Shares.Aws.Sessions;

namespace Shares.Access;

/// <summary>Credentials as AWS's tools name their parts.</summary>
/// <remarks>A class, not a record, so that nothing prints the secrets by accident.</remarks>
internal sealed class CredentialsResponse(VendedCredentials session, string region)
{
    public string AccessKeyId { get; } = session.AccessKeyId;
    public string SecretAccessKey { get; } = session.SecretAccessKey;
    public string SessionToken { get; } = session.SessionToken;
    public DateTimeOffset Expiration { get; } = session.ExpiresAt;
    public string Region { get; } = region;
}

namespace Shares.Local.Identity;

/// <summary>Keys of a session.</summary>
/// <param name="ExpiresAt"><see langword="null"/> when they live as long as the host.</param>
public sealed record Credential(
    string AccessKeyId, string SecretAccessKey, string SessionToken, Principal Principal, DateTimeOffset? ExpiresAt);

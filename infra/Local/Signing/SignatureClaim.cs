namespace Shares.Local.Signing;

/// <summary>What a request says about its own signature; nothing of it is checked yet.</summary>
/// <param name="SignedHeaders">Lower case, in the order given.</param>
/// <param name="Signature">Lower case hex.</param>
/// <param name="ValidFor">For a presigned URL, the time from <paramref name="SignedAt"/> that it asks for.</param>
public sealed record SignatureClaim(
    AuthType AuthType,
    string AccessKeyId,
    CredentialScope Scope,
    IReadOnlyList<string> SignedHeaders,
    string Signature,
    DateTimeOffset SignedAt,
    TimeSpan? ValidFor,
    string? SessionToken);

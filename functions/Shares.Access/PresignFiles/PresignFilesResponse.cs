namespace Shares.Access.PresignFiles;

/// <param name="NextToken">Empty when there is no more.</param>
internal sealed record PresignFilesResponse(IReadOnlyList<SignedUrl> Urls, string NextToken);

/// <summary>A URL that reads one file, by GET.</summary>
/// <remarks>A class, not a record, so that nothing prints the signature by accident.</remarks>
internal sealed class SignedUrl(string path, string url, DateTimeOffset expiresAt)
{
    public string Path { get; } = path;
    public string Url { get; } = url;
    public DateTimeOffset ExpiresAt { get; } = expiresAt;
}

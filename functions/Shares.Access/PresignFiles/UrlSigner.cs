using Shares.Aws.Objects;
using Shares.Aws.Sessions;
using Shares.Core.Datasets;
using Shares.Core.Ids;

namespace Shares.Access.PresignFiles;

/// <summary>Signs URLs of one dataset's files with one session.</summary>
/// <param name="end">When the session ends, or the share: URLs say that they end no later.</param>
internal sealed class UrlSigner(
    S3Location location, VendedCredentials session, string bucketOrAlias, DatasetId dataset, DateTimeOffset end, TimeProvider time) : IDisposable
{
    private readonly Presigner _presigner = new(location, session);

    /// <returns>As many URLs as are asked for and fit into an answer, and the last path when there are more.</returns>
    public async Task<(IReadOnlyList<SignedUrl> Urls, string? Last)> SignAsync(
        IAsyncEnumerable<string> paths, int limit, TimeSpan life, CancellationToken ct)
    {
        var urls = new List<SignedUrl>();
        var size = new AnswerSize();
        var expiresAt = ExpiresAt(life);
        await foreach (var path in paths.WithCancellation(ct))
        {
            if (urls.Count == limit) return (urls, urls[^1].Path);
            var url = _presigner.Sign(bucketOrAlias, Dataset.Prefix(dataset) + path, expiresAt);
            if (!size.Takes(path, url)) return (urls, urls[^1].Path);
            urls.Add(new SignedUrl(path, url, expiresAt));
        }

        return (urls, null);
    }

    public void Dispose() => _presigner.Dispose();

    /// <summary>Signatures are made to the second.</summary>
    private DateTimeOffset ExpiresAt(TimeSpan life)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        return now + life < end ? now + life : end;
    }
}

using Shares.Aws.Objects;
using Shares.Aws.Sessions;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Web.Paging;

namespace Shares.Access.PresignFiles;

/// <summary>Signs a page of URLs of one dataset's files with one session, all of them as of one moment.</summary>
internal sealed class UrlSigner
{
    private readonly Presigner _presigner;
    private readonly string _prefix;
    private readonly DateTimeOffset _expiresAt;

    /// <param name="life">Of a URL, in whole seconds.</param>
    /// <param name="end">When the session ends, or the share: URLs say that they end no later.</param>
    public UrlSigner(
        S3Location location, VendedCredentials session, string bucketOrAlias, DatasetId dataset, TimeSpan life, DateTimeOffset end, TimeProvider time)
    {
        // Signatures are made to the second.
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var left = TimeSpan.FromSeconds(Math.Max(0, (long)(end - now).TotalSeconds));
        var lasting = life < left ? life : left;
        _presigner = new Presigner(location, bucketOrAlias, session, now, lasting);
        _prefix = Dataset.Prefix(dataset);
        _expiresAt = now + lasting;
    }

    /// <returns>As many URLs as are asked for and fit into an answer, and the last path when there are more.</returns>
    public async Task<(IReadOnlyList<SignedUrl> Urls, string? Last)> SignAsync(IAsyncEnumerable<string> paths, int limit, CancellationToken ct)
    {
        var urls = new List<SignedUrl>();
        var size = new AnswerSize();
        await foreach (var path in paths.WithCancellation(ct))
        {
            if (urls.Count == limit) return (urls, urls[^1].Path);
            var url = _presigner.Sign(_prefix + path);
            if (!size.Takes(path, url)) return (urls, urls[^1].Path);
            urls.Add(new SignedUrl(path, url, _expiresAt));
        }

        return (urls, null);
    }
}

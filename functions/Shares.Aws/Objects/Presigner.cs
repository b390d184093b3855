using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Shares.Aws.Sessions;

namespace Shares.Aws.Objects;

/// <summary>Signs URLs that read objects, with the credentials of one session. Makes no call.</summary>
public sealed class Presigner : IDisposable
{
    private readonly AmazonS3Client _s3;
    private readonly Protocol _protocol;

    public Presigner(S3Location location, VendedCredentials session)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentNullException.ThrowIfNull(session);
        _s3 = S3Client.Create(location, new SessionAWSCredentials(session.AccessKeyId, session.SecretAccessKey, session.SessionToken));
        // The SDK writes https for every endpoint unless it is told.
        _protocol = location.Endpoint?.Scheme == Uri.UriSchemeHttp ? Protocol.HTTP : Protocol.HTTPS;
    }

    /// <param name="bucketOrAlias">A bucket, or the alias of an access point.</param>
    /// <param name="expiresAt">Not beyond the end of the session, where the URL ends in any case.</param>
    public string Sign(string bucketOrAlias, string key, DateTimeOffset expiresAt) => _s3.GetPreSignedURL(new GetPreSignedUrlRequest
    {
        BucketName = bucketOrAlias,
        Key = key,
        Verb = HttpVerb.GET,
        Protocol = _protocol,
        Expires = expiresAt.UtcDateTime,
    });

    public void Dispose() => _s3.Dispose();
}

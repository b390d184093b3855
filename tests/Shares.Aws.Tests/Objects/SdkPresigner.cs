using System.Globalization;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.AspNetCore.WebUtilities;
using Shares.Aws.Objects;
using Shares.Aws.Sessions;
using S3Location = Shares.Aws.Objects.S3Location;

namespace Shares.Aws.Tests.Objects;

/// <summary>Presigns with the SDK at any time: it reads the clock itself, which is put forward or back for the whole process.</summary>
internal static class SdkPresigner
{
    /// <returns>The URL, and the time and life in it: those asked for, or a later time and a shorter life, since the clock goes on.</returns>
    public static (string Url, DateTimeOffset At, TimeSpan Life) Sign(
        S3Location location, string bucket, VendedCredentials session, DateTimeOffset at, TimeSpan life, string key)
    {
        using var s3 = S3Client.Create(location, Keys(session));
        AWSConfigs.ManualClockCorrection = at - TimeProvider.System.GetUtcNow();
        try
        {
            var url = s3.GetPreSignedURL(new GetPreSignedUrlRequest
            {
                BucketName = bucket,
                Key = key,
                Verb = HttpVerb.GET,
                // The SDK writes https for every endpoint unless it is told.
                Protocol = location.Endpoint?.Scheme == Uri.UriSchemeHttp ? Protocol.HTTP : Protocol.HTTPS,
                Expires = (at + life).UtcDateTime,
            });
            var query = QueryHelpers.ParseQuery(url[(url.IndexOf('?', StringComparison.Ordinal) + 1)..]);
            var signedAt = DateTimeOffset.ParseExact(
                query["X-Amz-Date"].ToString(), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            return (url, signedAt, TimeSpan.FromSeconds(int.Parse(query["X-Amz-Expires"].ToString(), CultureInfo.InvariantCulture)));
        }
        finally
        {
            AWSConfigs.ManualClockCorrection = null;
        }
    }

    private static AWSCredentials Keys(VendedCredentials session) => session.SessionToken.Length == 0
        ? new BasicAWSCredentials(session.AccessKeyId, session.SecretAccessKey)
        : new SessionAWSCredentials(session.AccessKeyId, session.SecretAccessKey, session.SessionToken);
}

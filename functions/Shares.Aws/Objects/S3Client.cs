using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace Shares.Aws.Objects;

/// <summary>Where objects are asked for.</summary>
/// <param name="Endpoint">Null for S3 itself, else where S3 is emulated, without a path; then buckets are in the path, not in the host name.</param>
public sealed record S3Location(string Region, Uri? Endpoint = null);

/// <summary>The SDK's client of S3 with explicit patience.</summary>
public static class S3Client
{
    /// <param name="credentials">Null: those of the environment.</param>
    /// <param name="timeout">Of an attempt; null for 5 seconds, which suits what has a small body.</param>
    public static AmazonS3Client Create(S3Location location, AWSCredentials? credentials = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(location);
        var config = new AmazonS3Config
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(location.Region),
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 3,
            Timeout = timeout ?? TimeSpan.FromSeconds(5),
        };
        if (location.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = location.Region;
            config.ForcePathStyle = true;
        }

        return credentials is null ? new(config) : new(credentials, config);
    }
}

using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Shares.Aws.Http;

namespace Shares.Aws.AccessPoints;

/// <summary>Makes the HTTP client that S3 Control is reached with: signed, retried, without redirects.</summary>
public static class S3ControlHttp
{
    /// <summary>The SDK's variable of where S3 Control is, for when it is emulated.</summary>
    public const string EndpointVariable = "AWS_ENDPOINT_URL_S3_CONTROL";

    private const int LongestAnswer = 1024 * 1024;

    /// <param name="endpoint">Null for S3 Control itself, where the account is part of the host name.</param>
    /// <param name="transport">Null for the network.</param>
    public static HttpClient Create(
        string region, string accountId, AWSCredentials credentials, TimeProvider time,
        Uri? endpoint = null, RetryLimits? retries = null, HttpMessageHandler? transport = null)
    {
        var signing = new SigV4SigningHandler(credentials, RegionEndpoint.GetBySystemName(region), "s3", transport ?? Network());
        return new HttpClient(new RetryHandler(retries ?? RetryLimits.Default, time, signing))
        {
            BaseAddress = endpoint ?? AddressOf(region, accountId),
            // Attempts have their own timeout.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
        };
    }

    private static Uri AddressOf(string region, string accountId) =>
        new($"https://{accountId}.s3-control.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}/");

    /// <summary>A redirect would arrive with a signature that is not its own.</summary>
    private static SocketsHttpHandler Network() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}

using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;

namespace Shares.Aws.Http;

/// <summary>Makes the HTTP clients that services of AWS are reached with which the SDK has no package for: signed, retried, without redirects.</summary>
public static class SignedHttp
{
    private const int LongestAnswer = 8 * 1024 * 1024;

    /// <param name="service">As it is named in signatures, such as <c>s3</c>.</param>
    /// <param name="transport">Null for the network.</param>
    public static HttpClient Create(
        Uri address, string region, string service, AWSCredentials credentials, TimeProvider time,
        RetryLimits? retries = null, HttpMessageHandler? transport = null)
    {
        var signing = new SigV4SigningHandler(credentials, RegionEndpoint.GetBySystemName(region), service, transport ?? Network());
        return new HttpClient(new RetryHandler(retries ?? RetryLimits.Default, time, signing))
        {
            BaseAddress = address,
            // Attempts have their own timeout.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
        };
    }

    /// <param name="host">The part of the name before the Region.</param>
    public static Uri AddressOf(string host, string region) =>
        new($"https://{host}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}/");

    /// <summary>A redirect would arrive with a signature that is not its own.</summary>
    private static SocketsHttpHandler Network() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}

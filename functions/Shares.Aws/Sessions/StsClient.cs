using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;

namespace Shares.Aws.Sessions;

/// <summary>The SDK's client of STS with the patience of a request that somebody waits for: about ten seconds in all.</summary>
public static class StsClient
{
    /// <param name="endpoint">Null: the regional endpoint of STS, or <c>AWS_ENDPOINT_URL_STS</c> where it is set.</param>
    /// <param name="credentials">Null: those of the environment.</param>
    public static AmazonSecurityTokenServiceClient Create(string region, Uri? endpoint = null, AWSCredentials? credentials = null)
    {
        var config = new AmazonSecurityTokenServiceConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 2,
            Timeout = TimeSpan.FromSeconds(3),
        };
        if (endpoint is not null)
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = region;
        }

        return credentials is null ? new(config) : new(credentials, config);
    }
}

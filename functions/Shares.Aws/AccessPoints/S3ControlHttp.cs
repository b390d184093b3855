using Amazon.Runtime;
using Shares.Aws.Http;

namespace Shares.Aws.AccessPoints;

/// <summary>Makes the HTTP client that S3 Control is reached with.</summary>
public static class S3ControlHttp
{
    /// <summary>The SDK's variable of where S3 Control is, for when it is emulated.</summary>
    public const string EndpointVariable = "AWS_ENDPOINT_URL_S3_CONTROL";

    /// <param name="endpoint">Null for S3 Control itself, where the account is part of the host name.</param>
    /// <param name="transport">Null for the network.</param>
    public static HttpClient Create(
        string region, string accountId, AWSCredentials credentials, TimeProvider time,
        Uri? endpoint = null, RetryLimits? retries = null, HttpMessageHandler? transport = null) =>
        SignedHttp.Create(endpoint ?? SignedHttp.AddressOf($"{accountId}.s3-control", region), region, "s3", credentials, time, retries, transport);
}

using Amazon.Runtime;
using Shares.Aws.Http;

namespace Shares.Aws.Topics;

/// <summary>Tells people through a topic of SNS. One call may tell them twice, when the answer to the first attempt was lost.</summary>
/// <param name="http">See <see cref="Http"/>.</param>
public sealed class TopicClient(HttpClient http, string topicArn)
{
    /// <summary>The SDK's variable of where SNS is, for when it is emulated.</summary>
    public const string EndpointVariable = "AWS_ENDPOINT_URL_SNS";

    /// <summary>Characters that SNS takes for a subject.</summary>
    public const int MaxSubject = 100;

    /// <param name="endpoint">Null for SNS itself.</param>
    public static HttpClient Http(string region, AWSCredentials credentials, TimeProvider time, Uri? endpoint = null, RetryLimits? retries = null) =>
        SignedHttp.Create(endpoint ?? SignedHttp.AddressOf("sns", region), region, "sns", credentials, time, retries);

    /// <param name="subject">ASCII, as subjects of mails are: 1..<see cref="MaxSubject"/> characters, no control characters.</param>
    /// <param name="message">At most 256 KB.</param>
    public async Task<AwsFailure?> PublishAsync(string subject, string message, CancellationToken ct)
    {
        KeyValuePair<string, string>[] form =
            [new("Action", "Publish"), new("Version", "2010-03-31"), new("TopicArn", topicArn), new("Subject", subject), new("Message", message)];
        return (await QueryProtocol.SendAsync(http, "SNS", "publish a message", form, ct)).Failure;
    }
}

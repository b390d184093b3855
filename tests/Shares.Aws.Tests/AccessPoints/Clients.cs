using Amazon.Runtime;
using Amazon.S3;
using Shares.Aws.AccessPoints;
using Shares.Aws.Http;
using Shares.Aws.Objects;
using Shares.Core.Enforcing;

namespace Shares.Aws.Tests.AccessPoints;

internal static class Clients
{
    public const string Account = "111122223333";

    public static readonly AccessPointName Name = AccessPointName.Parse("shr-0190a1b2c3d47e5f8a9b0c1d2e3f4a5b-a1");

    /// <summary>Quick, with as many attempts as the real ones.</summary>
    public static readonly RetryLimits Quick =
        RetryLimits.Default with { FirstDelay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(5) };

    /// <summary>For answers that never come.</summary>
    public static readonly RetryLimits Impatient = Quick with { AttemptTimeout = TimeSpan.FromMilliseconds(300) };

    private static readonly SessionAWSCredentials Session = new("ASIATEST", "secret", "the-session-token");

    public static AccessPointClient AccessPoints(Uri endpoint, RetryLimits? limits = null) =>
        new(S3ControlHttp.Create("us-east-1", Account, Session, TimeProvider.System, endpoint, limits ?? Quick), Account);

    public static AmazonS3Client S3(Uri endpoint, string region = "us-east-1") => S3Client.Create(new S3Location(region, endpoint), Session);
}

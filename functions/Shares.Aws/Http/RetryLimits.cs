namespace Shares.Aws.Http;

/// <summary>How long to try one request.</summary>
/// <param name="Attempts">At least 1, the first included.</param>
/// <param name="AttemptTimeout">After which an attempt is given up, body included.</param>
/// <param name="FirstDelay">Upper end of the wait after the first attempt; it doubles from attempt to attempt.</param>
/// <param name="LongestDelay">What no wait exceeds.</param>
public sealed record RetryLimits(int Attempts, TimeSpan AttemptTimeout, TimeSpan FirstDelay, TimeSpan LongestDelay)
{
    /// <summary>S3 Control throttles at a few requests a second: waits grow to seconds. Half a minute at most in all.</summary>
    public static readonly RetryLimits Default =
        new(5, TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5));

    /// <summary>Anything between nothing and the upper end, so that those who were throttled together do not come back together.</summary>
    public TimeSpan DelayAfter(int attempt) => Jitter.UpTo(Jitter.Doubled(FirstDelay, attempt, LongestDelay));
}

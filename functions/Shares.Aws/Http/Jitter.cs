using System.Security.Cryptography;

namespace Shares.Aws.Http;

/// <summary>Waits that grow and differ.</summary>
public static class Jitter
{
    /// <param name="attempt">From 1.</param>
    public static TimeSpan Doubled(TimeSpan first, int attempt, TimeSpan longest) =>
        TimeSpan.FromTicks((long)Math.Min(first.Ticks * Math.Pow(2, attempt - 1), longest.Ticks));

    public static TimeSpan UpTo(TimeSpan longest) =>
        TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)longest.TotalMilliseconds + 1));
}

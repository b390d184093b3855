using Shares.Core.Failures;

namespace Shares.Data.Store;

public static class Versions
{
    /// <summary>The failure when the caller expects a version (If-Match) that is not the current one.</summary>
    public static Failure? Mismatch(long? expected, long current) => expected is null || expected == current
        ? null
        : new Failure(ErrorCode.VersionMismatch, $"It has changed: its version is {current}. Read it again before changing it.");
}

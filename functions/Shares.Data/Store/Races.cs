using System.Security.Cryptography;
using Shares.Core.Failures;

namespace Shares.Data.Store;

/// <summary>
/// Repeats what lost a race against other writers. The pauses grow and are random over their whole length, so that fifty writers of
/// one item, of which each needs some ten milliseconds alone, all come through in a few seconds.
/// </summary>
public static class Races
{
    public const int MaxAttempts = 12;
    private const int FirstPauseMilliseconds = 40;
    private const int LongestPauseMilliseconds = 1000;

    private static readonly Failure Lost = new(ErrorCode.Conflict, "Others are changing the same thing at the same time; please try again.");

    /// <param name="attempt">Null: the race was lost and everything has to be read again.</param>
    public static async Task<Result<T>> RetryAsync<T>(this TimeProvider time, Func<Task<Result<T>?>> attempt, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        for (var number = 1; number <= MaxAttempts; number++)
        {
            if (await attempt() is { } result) return result;
            if (number < MaxAttempts) await PauseAsync(number, time, ct);
        }

        return Lost;
    }

    public static Task PauseAsync(int attempt, TimeProvider time, CancellationToken ct)
    {
        var longest = Math.Min(LongestPauseMilliseconds, FirstPauseMilliseconds << Math.Min(attempt - 1, 10));
        return Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(longest + 1)), time, ct);
    }
}

using Shares.Aws.Http;

namespace Shares.Provisioning.Settling;

/// <summary>Waits until S3, whose changes are eventually consistent, agrees with itself.</summary>
public sealed class SettledStorage(Patience patience, TimeProvider time)
{
    public const string NotShownYetCode = "NotShownYet";

    /// <summary>As long as S3 usually needs.</summary>
    public Task PauseAsync(CancellationToken ct) => Task.Delay(patience.First, time, ct);

    /// <summary>Looks again and again, with growing waits. Transient failures of a look do not end it.</summary>
    /// <param name="what">What is waited for, as it follows "S3 does not show yet".</param>
    /// <param name="look">True once it is as it must be.</param>
    /// <returns>Null when it is; a failure that will not pass at once; else the last one when patience is at its end.</returns>
    public async Task<AwsFailure?> UntilAsync(string what, Func<CancellationToken, Task<AwsResult<bool>>> look, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(look);
        var end = time.GetUtcNow() + patience.AtMost;
        for (var attempt = 1; ; attempt++)
        {
            if ((await look(ct)).Succeeded(out var isShown, out var failure) && isShown) return null;
            if (failure is { IsTransient: false }) return failure;
            var wait = Jitter.Doubled(patience.First, attempt, patience.Longest);
            if (time.GetUtcNow() + wait > end) return failure ?? new AwsFailure(NotShownYetCode, $"S3 does not show yet {what}.", true);
            await Task.Delay(wait, time, ct);
        }
    }
}

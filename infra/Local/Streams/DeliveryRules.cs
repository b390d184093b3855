namespace Shares.Local.Streams;

/// <param name="MaximumRetryAttempts">Tries after the first; <see langword="null"/>: without end.</param>
/// <param name="Bisects">A batch that fails as a whole is halved, which costs no try.</param>
/// <param name="Backoff">Before the second try; doubles with each further one.</param>
public sealed record DeliveryRules(int? MaximumRetryAttempts, bool Bisects, TimeSpan Backoff)
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(2);

    /// <param name="tries">So far; at least 1.</param>
    public TimeSpan Wait(int tries) => Backoff * Math.Pow(2, Math.Min(tries - 1, 16)) is var wait && wait < LongestBackoff ? wait : LongestBackoff;
}

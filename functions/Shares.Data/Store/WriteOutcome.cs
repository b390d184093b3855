using Amazon.DynamoDBv2.Model;
using Shares.Core.Failures;

namespace Shares.Data.Store;

/// <summary>
/// What became of a transaction: all of it was written, or nothing. <see cref="FailedConditions"/> are the places of the actions whose
/// conditions did not hold; when there are none, other writers were at the same items and trying again may succeed.
/// </summary>
public sealed record WriteOutcome(bool IsCommitted, IReadOnlyList<int> FailedConditions)
{
    public static readonly WriteOutcome Committed = new(true, []);
    public static readonly WriteOutcome Contended = new(false, []);

    /// <summary>The value when it was written; null, for <see cref="Races.RetryAsync"/> to try again, when not.</summary>
    public Result<T>? Wins<T>(T value)
    {
        if (IsCommitted) return value;
        return null;
    }

    public bool Failed(int action) => FailedConditions.Contains(action);

    /// <exception cref="TransactionCanceledException">The transaction was wrong rather than late.</exception>
    public static WriteOutcome Of(TransactionCanceledException canceled)
    {
        ArgumentNullException.ThrowIfNull(canceled);
        var codes = (canceled.CancellationReasons ?? []).Select(reason => reason.Code).ToList();
        var isWrong = codes.Exists(code => code is "ValidationError" or "ItemCollectionSizeLimitExceeded" or "AccessDenied");
        if (codes.Count == 0 || isWrong) throw canceled;
        return new(false, [.. Enumerable.Range(0, codes.Count).Where(place => codes[place] == "ConditionalCheckFailed")]);
    }
}

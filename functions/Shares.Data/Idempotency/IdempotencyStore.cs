using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Idempotency;

/// <summary>Remembers requests by the keys that their callers give them, so that a repeated one has the effect of one.</summary>
public sealed class IdempotencyStore(Table table, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>An attempt that has not answered by then has died: no function runs for longer than 30 seconds.</summary>
    public static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(35);

    /// <summary>One write when the key is new.</summary>
    /// <param name="caller">Keys of different callers are different keys.</param>
    /// <param name="request">Hash of the whole request.</param>
    public async Task<KeyedRequest> BeginAsync(string caller, string key, ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var itemKey = IdempotencyItem.KeyOf(caller, key);
        var mine = new KeyedRequest.Mine(Guid.CreateVersion7(now), IsRepeat: false, now);
        var item = IdempotencyItem.New(itemKey, request, mine, now + Kept);
        if (await table.PutUnlessAsync(item, IdempotencyItem.AbsentOrExpired(now), ct) is not { } found) return mine;
        // The client of the table repeats a write whose answer was lost, and then meets its own.
        if (IdempotencyItem.ReservedIn(found) == mine.ReservedId) return mine;
        if (!IdempotencyItem.IsOf(found, request.Span)) return KeyedRequest.Different.Instance;
        if (IdempotencyItem.AnswerIn(found) is { } answer) return new KeyedRequest.Answered(answer);
        return await TakeOverAsync(itemKey, found, now, ct);
    }

    /// <summary>Keeps the answer of an attempt, unless another attempt has taken over.</summary>
    public Task CompleteAsync(string caller, string key, KeyedRequest.Mine attempt, KeptAnswer answer, CancellationToken ct) =>
        IfAttemptAsync(caller, key, attempt, IdempotencyItem.Answer(answer), ct);

    /// <summary>
    /// Ends an attempt without an answer that is worth keeping; the request may be tried again at once, and the reserved id stays.
    /// </summary>
    public Task ReleaseAsync(string caller, string key, KeyedRequest.Mine attempt, CancellationToken ct) =>
        IfAttemptAsync(caller, key, attempt, IdempotencyItem.Start(DateTimeOffset.UnixEpoch), ct);

    private Task<bool> IfAttemptAsync(string caller, string key, KeyedRequest.Mine attempt, Expr update, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return table.UpdateIfAsync(IdempotencyItem.KeyOf(caller, key), update, IdempotencyItem.IsAttempt(attempt.StartedAt), ct);
    }

    private async Task<KeyedRequest> TakeOverAsync(Key key, Item found, DateTimeOffset now, CancellationToken ct)
    {
        var before = found.Time("StartedAt");
        if (before + LongestAttempt > now) return KeyedRequest.Running.Instance;
        return await table.UpdateIfAsync(key, IdempotencyItem.Start(now), IdempotencyItem.IsAttempt(before), ct)
            ? new KeyedRequest.Mine(IdempotencyItem.ReservedIn(found), IsRepeat: true, now)
            : KeyedRequest.Running.Instance;
    }
}

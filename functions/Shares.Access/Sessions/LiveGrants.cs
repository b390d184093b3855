using Shares.Access.Deciding;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;

namespace Shares.Access.Sessions;

/// <summary>
/// What sessions of shares need so that they can be taken back: traces of those that are out, and an issue time that no revocation of
/// somebody's earlier access is about.
/// </summary>
internal sealed class LiveGrants(LiveGrantStore store, TimeProvider time)
{
    /// <summary>By this much our clock and that of STS may differ.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMilliseconds(250);

    /// <summary>Moments of revocation are seconds ahead at most.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Waits until sessions that are issued from now on are not among those that storage refuses. Done before a session is made, it lets
    /// whoever just came back read at once.
    /// </summary>
    public async Task WaitForRevocationsAsync(IEnumerable<GrantedDataset> shared, CancellationToken ct)
    {
        var wait = shared.Max(d => d.Through?.Share.Enforcement.RevokedUntil) + ClockDifference - time.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait.Value < LongestWait ? wait.Value : LongestWait, time, ct);
    }

    /// <summary>Whether a session is among those all the same: STS's clock is behind ours by more than was waited.</summary>
    public static bool IsRefused(IEnumerable<GrantedDataset> shared, DateTimeOffset issuedAt) =>
        issuedAt < shared.Max(d => d.Through?.Share.Enforcement.RevokedUntil);

    /// <summary>Done after a session was made and before access is decided for the last time.</summary>
    /// <param name="person">Null for a pipeline.</param>
    public async Task RecordAsync(ProjectId subscriber, UserId? person, IReadOnlyList<GrantedDataset> shared, CancellationToken ct)
    {
        if (shared.Count == 0) return;
        var now = time.GetUtcNow();
        await store.RecordAsync(shared.Select(d => new LiveGrant(d.Through!.Share.Id, d.Dataset.Id, subscriber, person, now)), ct);
    }
}

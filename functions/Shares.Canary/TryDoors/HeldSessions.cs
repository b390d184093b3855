using System.Collections.Concurrent;
using Shares.Aws.Sessions;
using Shares.Core.Enforcing;
using Shares.Core.Ids;

namespace Shares.Canary.TryDoors;

/// <summary>A session in the name of a project, from before that project may lose access.</summary>
public sealed record HeldSession(AccessPointName AccessPoint, ProjectId Subscriber, VendedCredentials Session, DateTimeOffset IssuedAt);

/// <summary>
/// Sessions that are kept until they end, to see that storage refuses them when it has to. In memory alone, since they are secrets: a new process
/// begins without.
/// </summary>
public sealed class HeldSessions(CanarySessions sessions, TimeProvider time)
{
    /// <summary>Clocks of STS and of this function differ by less.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(AccessPointName, ProjectId), HeldSession> _held = new();

    /// <summary>Shares of which sessions are held.</summary>
    public IReadOnlyCollection<ShareId> Shares => [.. Live.Select(held => held.AccessPoint.ShareId).Distinct()];

    private IEnumerable<HeldSession> Live => _held.Values.Where(held => held.Session.ExpiresAt > time.GetUtcNow() + ClockDifference);

    /// <summary>Gets one unless one is held.</summary>
    public async Task HoldAsync(AccessPointName accessPoint, ProjectId subscriber, CancellationToken ct)
    {
        foreach (var old in _held.Where(held => held.Value.Session.ExpiresAt <= time.GetUtcNow() + ClockDifference)) _held.TryRemove(old);
        if (_held.ContainsKey((accessPoint, subscriber))) return;
        if (await sessions.DownloadAsync(subscriber, accessPoint, ct) is { } vended)
            _held[(accessPoint, subscriber)] = new(accessPoint, subscriber, vended.Credentials, vended.IssuedAt);
    }

    /// <summary>Those that the revocations are about.</summary>
    public IReadOnlyList<HeldSession> Refused(AccessPointName accessPoint, RevocationList revocations)
    {
        ArgumentNullException.ThrowIfNull(revocations);
        bool IsRefused(HeldSession held) => revocations.Entries.Any(
            entry => entry.Subject is Revoked.Subscriber of && of.ProjectId == held.Subscriber && held.IssuedAt < entry.Moment);
        return [.. Live.Where(held => held.AccessPoint == accessPoint && IsRefused(held))];
    }
}

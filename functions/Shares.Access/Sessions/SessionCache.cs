using Shares.Aws.Sessions;

namespace Shares.Access.Sessions;

/// <summary>
/// Sessions of people who presign, so that presigning again needs no call. What is in here was granted once and grants nothing: who
/// takes a session out has been granted the same again.
/// </summary>
internal sealed class SessionCache(TimeProvider time)
{
    /// <summary>A session is about 2 KB.</summary>
    public const int Capacity = 500;

    /// <summary>Longer than a URL may live, so that no URL dies before it says.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(16);

    private readonly Dictionary<SessionKey, VendedCredentials> _sessions = [];
    private readonly Lock _gate = new();

    /// <summary>A session that lasts longer than <see cref="Margin"/>, or null.</summary>
    public VendedCredentials? Find(SessionKey key)
    {
        lock (_gate) return _sessions.TryGetValue(key, out var session) && IsFresh(session) ? session : null;
    }

    /// <summary>When full, what is no longer of use goes, and if that is not enough, what ends first.</summary>
    public void Keep(SessionKey key, VendedCredentials session)
    {
        if (!IsFresh(session)) return;
        lock (_gate)
        {
            if (_sessions.Count >= Capacity && !_sessions.ContainsKey(key)) MakeRoom();
            _sessions[key] = session;
        }
    }

    private void MakeRoom()
    {
        foreach (var stale in _sessions.Where(s => !IsFresh(s.Value)).Select(s => s.Key).ToList()) _sessions.Remove(stale);
        if (_sessions.Count >= Capacity) _sessions.Remove(_sessions.MinBy(s => s.Value.ExpiresAt).Key);
    }

    private bool IsFresh(VendedCredentials session) => session.ExpiresAt - time.GetUtcNow() > Margin;
}

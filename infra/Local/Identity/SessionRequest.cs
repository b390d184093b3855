namespace Shares.Local.Identity;

/// <summary>What a new session of a role carries.</summary>
/// <param name="Lifetime"><see langword="null"/> for credentials that live as long as the host, such as a function's own.</param>
public sealed record SessionRequest(string SessionName, TimeSpan? Lifetime)
{
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
    public IReadOnlySet<string> TransitiveTagKeys { get; init; } = new HashSet<string>();
    public string? SourceIdentity { get; init; }
    public IReadOnlyList<string> SessionPolicies { get; init; } = [];
}

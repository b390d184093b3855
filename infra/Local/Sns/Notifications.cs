using System.Collections.Concurrent;

namespace Shares.Local.Sns;

/// <summary>The topics of the account and what they were told, newest last. <c>GET /_local/notifications</c> on the ports of AWS. Safe for concurrent use.</summary>
public sealed class Notifications
{
    public const string Path = "/_local/notifications";
    private const int Kept = 1000;

    private readonly ConcurrentQueue<Notification> _published = new();
    private readonly ConcurrentDictionary<string, bool> _topics = new(StringComparer.Ordinal);

    public void AddTopic(string arn) => _topics[arn] = true;

    public IReadOnlyCollection<Notification> All => [.. _published];

    public bool HasTopic(string arn) => _topics.ContainsKey(arn);

    public void Add(Notification notification)
    {
        _published.Enqueue(notification);
        while (_published.Count > Kept) _published.TryDequeue(out _);
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, () => Results.Ok(All));
}

using System.Runtime.InteropServices;
using Shares.Local.Template;

namespace Shares.Local.Trail;

/// <summary>
/// Logs the requests that the trail's selectors choose: after a second or more to the subscriptions of its log group, some twice and some out of
/// order, and every few seconds as a file to its bucket. Disposing writes what no file has yet. Safe for concurrent use.
/// </summary>
public sealed class CloudTrail : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan EachFile = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly TrailSelectors _selectors;
    private readonly IReadOnlyList<LogSubscription> _subscriptions;
    private readonly TrailFiles _files;
    private readonly Mishaps _mishaps;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _delivering;
    private readonly ITimer _filing;
    private List<(DateTimeOffset Due, TrailEntry Entry)> _underWay = [];
    private List<TrailEntry> _unfiled = [];
    private Task _filed = Task.CompletedTask;

    public CloudTrail(
        TrailModel trail, IReadOnlyList<LogSubscription> subscriptions, TrailFiles files, Mishaps mishaps, TimeProvider time, ILogger<CloudTrail> logger)
    {
        _selectors = new(trail.Selectors);
        (_subscriptions, _files, _mishaps, _time, _logger) = (subscriptions, files, mishaps, time, logger);
        _delivering = time.CreateTimer(_ => Deliver(), null, Tick, Tick);
        _filing = time.CreateTimer(_ => _ = FileAsync(), null, EachFile, EachFile);
    }

    public void Log(ObjectRequest request)
    {
        if (!_selectors.Matches(request)) return;
        var now = _time.GetUtcNow();
        var entry = EntryOf(request);
        var isRepeated = _mishaps.IsRepeated();
        lock (_gate)
        {
            _underWay.Add((now + _mishaps.Delay(), entry));
            _unfiled.Add(entry);
            if (!isRepeated) return;
            _underWay.Add((now + _mishaps.Delay(), entry));
            _unfiled.Add(entry);
        }
    }

    /// <summary>Files about requests of days ago, one for each day, that come only now. No subscription hears of them any more.</summary>
    public async Task FileLateAsync(IEnumerable<ObjectRequest> requests)
    {
        foreach (var day in requests.Where(_selectors.Matches).GroupBy(request => request.Time.UtcDateTime.Date))
            await _files.WriteAsync([.. day.Select(EntryOf)], _time.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        await _delivering.DisposeAsync();
        await _filing.DisposeAsync();
        await FileAsync();
    }

    private TrailEntry EntryOf(ObjectRequest request) =>
        new(TrailRecord.Of(request, Guid.CreateVersion7(request.Time), _mishaps.IsFloat()).ToJsonString(), request.Time);

    private void Deliver()
    {
        var now = _time.GetUtcNow();
        List<TrailEntry> due;
        lock (_gate)
        {
            due = [.. _underWay.Where(waiting => waiting.Due <= now).Select(waiting => waiting.Entry)];
            if (due.Count == 0) return;
            _underWay = [.. _underWay.Where(waiting => waiting.Due > now)];
        }

        _mishaps.Shuffle(CollectionsMarshal.AsSpan(due));
        foreach (var subscription in _subscriptions) _ = subscription.DeliverAsync(due);
    }

    /// <summary>One file after the other.</summary>
    private Task FileAsync()
    {
        lock (_gate) return _filed = FileAfterAsync(_filed);
    }

    private async Task FileAfterAsync(Task before)
    {
        await before;
        List<TrailEntry> entries;
        lock (_gate) (entries, _unfiled) = (_unfiled, []);
        if (entries.Count == 0) return;
        try
        {
            await _files.WriteAsync(entries, _time.GetUtcNow());
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            // CloudTrail tries again; what is in no file is not in the trail.
            _logger.LogError(exception, "A file of the trail could not be written");
            lock (_gate) _unfiled.InsertRange(0, entries);
        }
    }
}

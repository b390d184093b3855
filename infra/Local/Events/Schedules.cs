namespace Shares.Local.Events;

/// <summary>Wakes scheduled functions every minute, whatever their schedules say: nobody waits an hour on one machine.</summary>
public sealed class Schedules : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly EventBus _bus;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<ITimer> _timers;

    /// <param name="functions">Logical ids, one for each schedule.</param>
    public Schedules(IEnumerable<string> functions, EventBus bus, TimeProvider time)
    {
        (_bus, _time) = (bus, time);
        _timers = [.. functions.Select(function => time.CreateTimer(_ => _ = WakeAsync(function), null, Every, Every))];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var timer in _timers) await timer.DisposeAsync();
    }

    private Task WakeAsync(string function) => _bus.DeliverAsync(function, EventJson.Of("aws.events", "Scheduled Event", [], _time.GetUtcNow()));
}

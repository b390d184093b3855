using System.Text;
using Shares.Local.Template;

namespace Shares.Local.Events;

/// <summary>Wakes scheduled functions every minute, whatever their schedules say: nobody waits an hour on one machine.</summary>
public sealed class Schedules : IAsyncDisposable
{
    private const string Type = "Scheduled Event";
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly AsyncInvoker _functions;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<ITimer> _timers;

    public Schedules(IEnumerable<FunctionModel> functions, AsyncInvoker invoker, TimeProvider time)
    {
        (_functions, _time) = (invoker, time);
        _timers =
        [
            .. from function in functions
               from schedule in function.Schedules
               select time.CreateTimer(_ => _ = WakeAsync(function.LogicalId, schedule.Input), null, Every, Every),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var timer in _timers) await timer.DisposeAsync();
    }

    /// <param name="input">What the schedule says in place of EventBridge's own event, if anything.</param>
    private Task WakeAsync(string function, string? input) => _functions.InvokeAsync(
        function, Encoding.UTF8.GetBytes(input ?? EventJson.Of("aws.events", Type, [], _time.GetUtcNow()).ToJsonString()), Type);
}

using System.Text;
using System.Text.Json.Nodes;
using Shares.Local.Gateway;
using Shares.Local.Streams;

namespace Shares.Local.Events;

/// <summary>A function that wants the events that match a pattern.</summary>
/// <param name="Function">Logical id.</param>
public sealed record EventRule(string Function, EventPattern Pattern);

/// <summary>EventBridge's default bus: gives each event to the functions whose rules it matches, and again when they fail.</summary>
public sealed class EventBus(IReadOnlyList<EventRule> rules, IFunctionInvoker functions, TimeProvider time, ILogger<EventBus> logger)
{
    /// <summary>As Lambda does with events that nobody waits for.</summary>
    private const int Tries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Completes when every function is done with the event, or was tried often enough.</summary>
    public Task PublishAsync(JsonObject happened) =>
        Task.WhenAll(rules.Where(rule => rule.Pattern.Matches(happened)).Select(rule => DeliverAsync(rule.Function, happened)));

    public async Task DeliverAsync(string function, JsonObject happened)
    {
        var payload = Encoding.UTF8.GetBytes(happened.ToJsonString());
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                if ((await functions.InvokeAsync(function, payload, CancellationToken.None)).FunctionError is null) return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                logger.LogError(exception, "{Function} could not be invoked for an event", function);
            }

            if (attempt < Tries) await Task.Delay(Pause, time);
        }

        logger.LogWarning("{Function} failed {Tries} times on an event of type {Type}", function, Tries, happened["detail-type"]);
    }
}

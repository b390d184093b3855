using System.Text;
using System.Text.Json.Nodes;
using Shares.Local.Streams;

namespace Shares.Local.Events;

/// <summary>A function that wants the events that match a pattern.</summary>
/// <param name="Function">Logical id.</param>
public sealed record EventRule(string Function, EventPattern Pattern);

/// <summary>EventBridge's default bus: gives each event to the functions whose rules it matches.</summary>
public sealed class EventBus(IReadOnlyList<EventRule> rules, AsyncInvoker functions)
{
    /// <summary>Completes when every function is done with the event, or was tried often enough.</summary>
    public Task PublishAsync(JsonObject happened)
    {
        var payload = Encoding.UTF8.GetBytes(happened.ToJsonString());
        return Task.WhenAll(rules.Where(rule => rule.Pattern.Matches(happened))
            .Select(rule => functions.InvokeAsync(rule.Function, payload, (string?)happened["detail-type"] ?? "")));
    }
}

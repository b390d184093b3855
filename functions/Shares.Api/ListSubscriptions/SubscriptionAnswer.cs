using System.Text.Json.Serialization;
using Shares.Core.Sharing;

namespace Shares.Api.ListSubscriptions;

/// <summary>A project that a share is offered to.</summary>
internal sealed record SubscriptionAnswer
{
    public required NamedItem Project { get; init; }

    /// <summary>AVAILABLE or SUBSCRIBED.</summary>
    public required string Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SubscribedBy { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? SubscribedAt { get; init; }

    /// <param name="subscription">Null for a project that has not subscribed.</param>
    public static SubscriptionAnswer From(NamedItem project, Relation? subscription) => new()
    {
        Project = project,
        Status = subscription is null ? "AVAILABLE" : "SUBSCRIBED",
        SubscribedBy = subscription?.By.ToString(),
        SubscribedAt = subscription?.At,
    };
}

using Shares.Core.Sharing;

namespace Shares.Api.ListUsages;

/// <summary>One execution that reads a dataset through a share.</summary>
internal sealed record UsageAnswer
{
    public const string Running = "RUNNING";
    public const string Ended = "DELETED";

    public required string Id { get; init; }
    public required ConsumingItemBody ConsumingItem { get; init; }
    public required string ConsumingProjectId { get; init; }
    public required string OriginatingDatasetId { get; init; }

    /// <summary>RUNNING until its session has ended or was revoked, then DELETED: the words of the public Cirro API.</summary>
    public required string Status { get; init; }
    public required string AccessPointArn { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    public static UsageAnswer From(ShareUsage usage, DateTimeOffset now) => new()
    {
        Id = usage.Id.ToString(),
        ConsumingItem = new(ConsumingItemBody.Dataset, usage.ExecutionId.ToString()),
        ConsumingProjectId = usage.ConsumingProjectId.ToString(),
        OriginatingDatasetId = usage.DatasetId.ToString(),
        Status = usage.StatusAt(now) == UsageStatus.Active ? Running : Ended,
        AccessPointArn = usage.AccessPointArn,
        CreatedAt = usage.CreatedAt,
        UpdatedAt = usage.Status == UsageStatus.Active && now >= usage.EndsAt ? usage.EndsAt : usage.UpdatedAt,
    };
}

/// <summary>What reads. In the public Cirro API an execution is known by the dataset that it makes, so that is its type.</summary>
/// <param name="Id">Of the execution.</param>
internal sealed record ConsumingItemBody(string Type, string Id)
{
    public const string Dataset = "DATASET";
}

using Shares.Core;
using Shares.Core.Sharing;

namespace Shares.Api.ListUsages;

/// <summary>One execution that reads a dataset through a share.</summary>
internal sealed record UsageAnswer
{
    public required string Id { get; init; }
    public required ConsumingItemBody ConsumingItem { get; init; }
    public required string ConsumingProjectId { get; init; }
    public required string OriginatingDatasetId { get; init; }

    /// <summary>ACTIVE until its session has ended or was revoked, then ENDED.</summary>
    public required string Status { get; init; }
    public required string AccessPointArn { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    public static UsageAnswer From(ShareUsage usage, DateTimeOffset now) => new()
    {
        Id = usage.Id.ToString(),
        ConsumingItem = new("EXECUTION", usage.ExecutionId.ToString()),
        ConsumingProjectId = usage.ConsumingProjectId.ToString(),
        OriginatingDatasetId = usage.DatasetId.ToString(),
        Status = ContractName.Of(usage.StatusAt(now)),
        AccessPointArn = usage.AccessPointArn,
        CreatedAt = usage.CreatedAt,
        UpdatedAt = usage.Status == UsageStatus.Active && now >= usage.EndsAt ? usage.EndsAt : usage.UpdatedAt,
    };
}

/// <param name="Type">EXECUTION.</param>
internal sealed record ConsumingItemBody(string Type, string Id);

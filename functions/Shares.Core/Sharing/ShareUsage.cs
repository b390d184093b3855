using Shares.Core.Ids;

namespace Shares.Core.Sharing;

public enum UsageStatus
{
    Active,
    Ended,
}

/// <summary>The record that an execution (pipeline run) of a subscriber reads a dataset through a share.</summary>
public sealed record ShareUsage(
    UsageId Id,
    ShareId ShareId,
    ExecutionId ExecutionId,
    ProjectId ConsumingProjectId,
    DatasetId DatasetId,
    string AccessPointArn,
    UsageStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset EndsAt)
{
    /// <summary>A usage ends with the session that it is about, if it was not cut off before.</summary>
    public UsageStatus StatusAt(DateTimeOffset now) => now < EndsAt ? Status : UsageStatus.Ended;
}

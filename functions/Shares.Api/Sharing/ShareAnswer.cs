using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Sharing;

namespace Shares.Api.Sharing;

/// <summary>A share in lists.</summary>
internal record ShareAnswer
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required string OriginatingProjectId { get; init; }

    /// <summary>What it is to the project that looks: PUBLISHER, SUBSCRIBER or AVAILABLE.</summary>
    public required string ShareType { get; init; }
    public required IReadOnlyList<ConditionBody> Conditions { get; init; }
    public required IReadOnlyList<string> ClassificationIds { get; init; }
    public required bool IsViewRestricted { get; init; }
    public required IReadOnlyList<string> Keywords { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpiresAt { get; init; }

    public static ShareAnswer From(Share share, ShareType type) => new()
    {
        Id = share.Id.ToString(),
        Name = share.Name,
        Description = share.Description,
        OriginatingProjectId = share.PublisherId.ToString(),
        ShareType = ContractName.Of(type),
        Conditions = ConditionBody.From(share.Selection),
        ClassificationIds = share.ClassificationIds,
        IsViewRestricted = share.IsViewRestricted,
        Keywords = share.Keywords,
        CreatedBy = share.CreatedBy.ToString(),
        CreatedAt = share.CreatedAt,
        UpdatedAt = share.UpdatedAt,
        ExpiresAt = share.ExpiresAt,
    };
}

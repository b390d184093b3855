using Shares.Core.Ids;

namespace Shares.Core.Governance;

/// <summary>What kind of data it is, and so which requirements its readers have to meet. Shares name their classifications.</summary>
public sealed record Classification
{
    public required ClassificationId Id { get; init; }
    public required string Name { get; init; }
    public string Description { get; init; } = "";

    /// <summary>Ids of governance requirements, which are kept elsewhere.</summary>
    public IReadOnlyList<string> RequirementIds { get; init; } = [];
    public required UserId CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

using System.Collections.Immutable;

namespace Shares.Model.Tests.Rules;

/// <summary>A project as the rules know it.</summary>
/// <param name="Place">Of the operation that made it.</param>
public sealed record Project(int Place, string Id)
{
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required string Bucket { get; init; }

    /// <summary>PENDING while its bucket is not there; nothing in these sequences makes buckets.</summary>
    public required bool IsPending { get; init; }
    public required bool IsDiscoverable { get; init; }
    public required bool IsShareable { get; init; }

    /// <summary>Null for none.</summary>
    public required string? PipelineRole { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Roles of users.</summary>
    public ImmutableSortedDictionary<string, string> Members { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    public VersionTag Version { get; init; } = VersionTag.New;

    public IEnumerable<string> FieldsThatDifferFrom(Project other)
    {
        if (Name != other.Name) yield return "name";
        if (Description != other.Description) yield return "description";
        if (IsDiscoverable != other.IsDiscoverable) yield return "settings.isDiscoverable";
        if (IsShareable != other.IsShareable) yield return "settings.isShareable";
        if (PipelineRole != other.PipelineRole) yield return "pipelineRoleArn";
    }

    public int Owners => Members.Values.Count(role => role == Roles.Owner);
}

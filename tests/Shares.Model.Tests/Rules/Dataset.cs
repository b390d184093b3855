using System.Collections.Immutable;

namespace Shares.Model.Tests.Rules;

/// <summary>A dataset as the rules know it.</summary>
/// <param name="Place">Of the operation that made it.</param>
public sealed record Dataset(int Place, string Id)
{
    public const string Pending = "PENDING";
    public const string Completed = "COMPLETED";
    public const string Deleted = "DELETED";

    /// <summary>The owner.</summary>
    public required Ref Project { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required string ProcessId { get; init; }
    public required ImmutableList<string> Tags { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required ImmutableList<string> Expected { get; init; }
    public string Status { get; init; } = Pending;

    /// <summary>Sizes of the files that are in storage, by path below <c>data/</c>.</summary>
    public ImmutableSortedDictionary<string, long> Files { get; init; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>As counted when the upload was completed; null before.</summary>
    public (long Files, long Bytes)? Counted { get; init; }
    public VersionTag Version { get; init; } = VersionTag.New;

    /// <summary>Of those that members write. The order of tags says nothing.</summary>
    public IEnumerable<string> FieldsThatDifferFrom(Dataset other)
    {
        if (Name != other.Name) yield return "name";
        if (Description != other.Description) yield return "description";
        if (ProcessId != other.ProcessId) yield return "processId";
        if (!Tags.ToHashSet().SetEquals(other.Tags)) yield return "tags";
    }
}

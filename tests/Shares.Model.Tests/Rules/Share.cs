using System.Collections.Immutable;

namespace Shares.Model.Tests.Rules;

public readonly record struct Condition(string Field, string Value)
{
    public const string Tag = "TAG";
    public const string CreatedBy = "CREATED_BY";
    public const string ProcessId = "PROCESS_ID";
    public const string DatasetId = "DATASET_ID";

    public static readonly IReadOnlyList<string> Fields = [Tag, CreatedBy, ProcessId, DatasetId];
}

/// <summary>Who subscribed for a project, and when.</summary>
public sealed record Subscription(string By, DateTimeOffset At);

/// <summary>A share as the rules know it.</summary>
/// <param name="Place">Of the operation that made it.</param>
public sealed record Share(int Place, string Id)
{
    public required Ref Publisher { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required ImmutableList<Condition> Conditions { get; init; }
    public required ImmutableList<string> Keywords { get; init; }

    /// <summary>Ids.</summary>
    public required ImmutableList<string> Classifications { get; init; }

    /// <summary>Those that it is offered to, subscribed or not.</summary>
    public required ImmutableHashSet<Ref> Projects { get; init; }

    /// <summary>By the place of the project.</summary>
    public ImmutableSortedDictionary<int, Subscription> Subscribers { get; init; } = ImmutableSortedDictionary<int, Subscription>.Empty;
    public required bool IsViewRestricted { get; init; }
    public required DateTimeOffset? ExpiresAt { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public bool IsDeleted { get; init; }
    public Storage Storage { get; init; } = new();
    public ImmutableList<Usage> Usages { get; init; } = [];

    /// <summary>Executions, of which project, that get nothing through this share any more.</summary>
    public ImmutableHashSet<(int Project, string Execution)> CutOff { get; init; } = [];
    public VersionTag Version { get; init; } = VersionTag.New;

    /// <summary>The end belongs to the time after.</summary>
    public bool HasExpired(DateTimeOffset now) => ExpiresAt is { } end && end <= now;

    /// <summary>Where files are read through this share; empty while storage is not set up for it.</summary>
    public string Alias(bool isForDownloads) =>
        isForDownloads && Storage.Download ? Storage.Alias(Id, Storage.ForDownloads) : Storage.Analyze ? Storage.Alias(Id, Storage.ForAnalyses) : "";

    /// <summary>Everything that an edit replaces is the same, and in the same order.</summary>
    public bool SaysTheSameAs(Share other) =>
        !FieldsThatDifferFrom(other).Any() && Conditions.SequenceEqual(other.Conditions) && Keywords.SequenceEqual(other.Keywords)
        && Classifications.SequenceEqual(other.Classifications);

    /// <summary>Of those that an edit replaces. The order of lists says nothing.</summary>
    public IEnumerable<string> FieldsThatDifferFrom(Share other)
    {
        if (Name != other.Name) yield return "name";
        if (Description != other.Description) yield return "description";
        if (IsViewRestricted != other.IsViewRestricted) yield return "isViewRestricted";
        if (ExpiresAt != other.ExpiresAt) yield return "expiresAt";
        if (!Projects.SetEquals(other.Projects)) yield return "sharedProjectIds";
        if (!Conditions.ToHashSet().SetEquals(other.Conditions)) yield return "conditions";
        if (!Keywords.ToHashSet().SetEquals(other.Keywords)) yield return "keywords";
        if (!Classifications.ToHashSet().SetEquals(other.Classifications)) yield return "classificationIds";
    }
}

using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Projects;

namespace Shares.Api.Sharing;

/// <summary>One share.</summary>
internal sealed record ShareDetailAnswer
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required string OriginatingProjectId { get; init; }
    public required NamedItem OriginatingProject { get; init; }
    public required string ShareType { get; init; }

    /// <summary>By name. The publisher sees all; another project sees only itself.</summary>
    public required IReadOnlyList<NamedItem> SharedProjects { get; init; }
    public required IReadOnlyList<ConditionBody> Conditions { get; init; }
    public required IReadOnlyList<string> ClassificationIds { get; init; }
    public required bool IsViewRestricted { get; init; }
    public required IReadOnlyList<string> Keywords { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <param name="viewer">The project that looks.</param>
    public static async Task<ShareDetailAnswer> ReadAsync(Share share, ShareType type, Project viewer, ProjectStore projects, CancellationToken ct)
    {
        var others = type == Core.Sharing.ShareType.Publisher ? share.SharedProjectIds : (IReadOnlyCollection<ProjectId>)[share.PublisherId];
        var found = await projects.FindManyAsync(others, ct);
        NamedItem Name(ProjectId id) => new(id.ToString(), id == viewer.Id ? viewer.Name : found.GetValueOrDefault(id)?.Name ?? "");
        var seen = type == Core.Sharing.ShareType.Publisher ? others : [viewer.Id];
        return new()
        {
            Id = share.Id.ToString(),
            Name = share.Name,
            Description = share.Description,
            OriginatingProjectId = share.PublisherId.ToString(),
            OriginatingProject = Name(share.PublisherId),
            ShareType = ContractName.Of(type),
            SharedProjects = [.. seen.Select(Name).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Id, StringComparer.Ordinal)],
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
}

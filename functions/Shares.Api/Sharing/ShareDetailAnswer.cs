using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Projects;

namespace Shares.Api.Sharing;

/// <summary>One share.</summary>
internal sealed record ShareDetailAnswer : ShareAnswer
{
    [SetsRequiredMembers]
    private ShareDetailAnswer(ShareAnswer share, NamedItem originatingProject, IReadOnlyList<NamedItem> sharedProjects) : base(share) =>
        (OriginatingProject, SharedProjects) = (originatingProject, sharedProjects);

    public NamedItem OriginatingProject { get; }

    /// <summary>By name. The publisher sees all; another project sees only itself.</summary>
    public IReadOnlyList<NamedItem> SharedProjects { get; }

    /// <summary>For other projects than the publisher without its bounds: that there is one is theirs to know, how high it is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EgressLimitBody? EgressLimit { get; private init; }

    /// <summary>There while downloads are suspended because the limit was reached.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SuspensionAnswer? DownloadsSuspended { get; private init; }

    /// <param name="viewer">The project that looks.</param>
    /// <param name="known">
    /// Projects that decided something, which are named as they were then: who is renamed and hidden meanwhile could not have been added by the new name.
    /// </param>
    public static async Task<ShareDetailAnswer> ReadAsync(
        Share share, ShareType type, Project viewer, ProjectStore projects, CancellationToken ct, IReadOnlyDictionary<ProjectId, Project>? known = null)
    {
        var others = type == Core.Sharing.ShareType.Publisher ? share.SharedProjectIds : (IReadOnlyCollection<ProjectId>)[share.PublisherId];
        var found = await projects.FindManyAsync([.. others.Where(id => known?.ContainsKey(id) != true)], ct);
        NamedItem Name(ProjectId id) =>
            new(id.ToString(), id == viewer.Id ? viewer.Name : (known?.GetValueOrDefault(id) ?? found.GetValueOrDefault(id))?.Name ?? "");
        var seen = type == Core.Sharing.ShareType.Publisher ? others : [viewer.Id];
        return new(
            From(share, type),
            Name(share.PublisherId),
            [.. seen.Select(Name).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Id, StringComparer.Ordinal)])
        {
            EgressLimit = EgressLimitBody.From(share.EgressLimit, hasBounds: type == Core.Sharing.ShareType.Publisher),
            DownloadsSuspended = SuspensionAnswer.From(share.Suspension),
        };
    }
}

using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Projects;
using Shares.Web.Bodies;

namespace Shares.Api.Sharing;

/// <summary>Which projects a share may name: those that let others find them, and those that it names already; never the publisher.</summary>
internal sealed class NamedProjects(ProjectId publisher, IReadOnlyDictionary<ProjectId, Project> discoverable)
{
    /// <param name="already">Named by the share before; they need no reading.</param>
    public static async Task<NamedProjects> ReadAsync(
        ProjectStore projects, ProjectId publisher, IReadOnlyList<ProjectId> wanted, IReadOnlySet<ProjectId> already, CancellationToken ct)
    {
        var added = wanted.Where(id => id != publisher && !already.Contains(id)).ToHashSet();
        var found = await projects.FindManyAsync(added, ct);
        return new(publisher, found.Values.Where(p => p.Settings.IsDiscoverable).ToDictionary(p => p.Id));
    }

    /// <summary>Those that the share did not name before, as they were when it was asked whether it may.</summary>
    public IReadOnlyDictionary<ProjectId, Project> Added => discoverable;

    /// <param name="added">A project that the share did not name before.</param>
    public NamedItem Name(ProjectId added) => new(added.ToString(), discoverable[added].Name);

    /// <summary>A project that does not exist and one that does not want to be found get the same answer.</summary>
    public Failure? Refuse(IReadOnlyList<ProjectId> wanted, IReadOnlySet<ProjectId> already)
    {
        var errors = new FieldErrors();
        for (var i = 0; i < wanted.Count; i++)
        {
            if (wanted[i] == publisher) errors.Add($"sharedProjectIds[{i}]", "is the project that publishes the share");
            else if (!already.Contains(wanted[i]) && !discoverable.ContainsKey(wanted[i]))
                errors.Add($"sharedProjectIds[{i}]", "is no project that can be found");
        }

        return errors.Failure;
    }
}

using Shares.Core.Projects;

namespace Shares.Core.Access;

/// <summary>
/// A caller who is entitled to know a project: a member with a role, or the project's pipeline role. Strangers have no such value,
/// so that code holding one need not ask again.
/// </summary>
public sealed record ProjectCaller
{
    private ProjectCaller(Project project, Caller caller, Role? role) => (Project, Caller, Role) = (project, caller, role);

    public Project Project { get; }
    public Caller Caller { get; }

    /// <summary>Null for the project's pipeline role.</summary>
    public Role? Role { get; }

    public bool IsPipeline => Role is null;

    /// <summary>The caller's standing in the project, or null for a stranger.</summary>
    /// <param name="member">The caller's membership of this project, when the caller is a person who has one.</param>
    public static ProjectCaller? Resolve(Project? project, Caller caller, Member? member) => (project, caller) switch
    {
        (null, _) => null,
        (_, Caller.Person person) when member?.UserId == person.Id && member.ProjectId == project.Id => new(project, caller, member.Role),
        (_, Caller.AwsRole aws) when RoleArn.TryParse(project.PipelineRoleArn, out var role) && role == aws.Role => new(project, caller, null),
        _ => null,
    };
}

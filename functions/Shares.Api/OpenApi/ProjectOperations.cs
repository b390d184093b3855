using Shares.Api.CreateProject;
using Shares.Api.ListAudit;
using Shares.Api.Projects;
using Shares.Api.SetMemberRole;
using Shares.Core;
using Shares.Core.Audit;
using Shares.Core.Failures;
using Shares.Web.OpenApi;

namespace Shares.Api.OpenApi;

internal static class ProjectOperations
{
    private const string Input = """
        {"name": "sequencing-core", "description": "Runs the sequencers", "settings": {"isDiscoverable": true, "isShareable": true}}
        """;

    public static readonly OperationGroup Group = new("Projects", "Projects, their settings and their members.",
    [
        new("GET /projects", "listProjects", "The caller's projects, by name")
        {
            Answer = typeof(ProjectAnswer),
            Traits = Traits.Cirro | Traits.PagedByHeader,
        },
        new("POST /projects", "createProject", "Creates a project")
        {
            Description = "The caller becomes its OWNER. Without `bucket` one is made, and the status is PENDING until it is there.",
            Request = typeof(ProjectInput),
            Example = Input,
            Status = 201,
            Answer = typeof(CreateResponse),
            Traits = Traits.Cirro | Traits.Idempotent,
            Fails = [ErrorCode.AlreadyExists],
        },
        new("GET /projects/discover", "discoverProjects", "Projects that let others find them, by name")
        {
            Description = "Such a project can be named in a share.",
            Query = [new("text", "What the name begins with, in any case.", Shape.Text(0, TextRule.Name.MaxLength))],
            Answer = typeof(ProjectAnswer),
            Traits = Traits.Cirro | Traits.PagedByHeader,
        },
        new("GET /projects/{project}", "getProject", "One project")
        {
            Answer = typeof(ProjectDetailAnswer),
            Traits = Traits.Cirro | Traits.Versioned,
        },
        new("PUT /projects/{project}", "updateProject", "Replaces what a project says of itself")
        {
            Description = "Settings that are left out stay as they are. The bucket cannot be changed.",
            Request = typeof(ProjectInput),
            Example = Input,
            Answer = typeof(ProjectDetailAnswer),
            Traits = Traits.Cirro | Traits.Versioned | Traits.Conditional,
        },
        new("GET /projects/{project}/permissions", "listMembers", "Members of a project, with their roles")
        {
            Answer = typeof(MemberAnswer),
            Traits = Traits.Cirro | Traits.PagedByHeader,
        },
        new("GET /projects/{project}/audit", "listAudit", "Who did what in a project and with its shares, newest first")
        {
            Description = "A page can be shorter than `limit`, even empty, while more follows.",
            Query =
            [
                new("action", "What was done.", Shape.OneOf<AuditAction>()),
                new("actor", "Id of a person, or ARN of a role's session, exactly.", Shape.String),
                new("target", "Id of what it was done to, exactly.", Shape.String),
                new("from", "At this moment or later.", Shape.Time),
                new("to", "Before this moment.", Shape.Time),
            ],
            Answer = typeof(AuditEventAnswer),
            Traits = Traits.Paged,
        },
        new("PUT /projects/{project}/permissions", "setMemberRole", "Gives somebody a role in a project, or takes it away")
        {
            Description = "The last OWNER of a project stays.",
            Request = typeof(SetMemberRoleRequest),
            Example = """{"username": "lab-member", "role": "CONTRIBUTOR"}""",
            Traits = Traits.Cirro,
        },
    ]);
}

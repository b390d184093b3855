using Shares.Core.Ids;
using Shares.Core.Projects;

namespace Shares.Core.Audit;

/// <summary>What a project's log says of changes of itself and its members.</summary>
public static class ProjectAudit
{
    public static AuditEvent Created(Actor by, DateTimeOffset at, Project project) =>
        Of(by, at, AuditAction.ProjectCreated, project, Changes(null, project), null);

    /// <summary>Null when nothing that people see has changed.</summary>
    /// <param name="note">What follows from the change, or does not: null when there is nothing to say.</param>
    public static AuditEvent? Updated(Actor by, DateTimeOffset at, Project before, Project after, string? note) =>
        Changes(before, after) is { Count: > 0 } changes ? Of(by, at, AuditAction.ProjectUpdated, after, changes, note) : null;

    /// <summary>Null when the status was and is the same, for the same reason.</summary>
    public static AuditEvent? StatusSet(Actor by, DateTimeOffset at, Project before, Project after) =>
        Changes(before, after) is { Count: > 0 } changes ? Of(by, at, AuditAction.ProjectStatusSet, after, changes, null) : null;

    /// <summary>Null when the role was and is the same. A role of null is none.</summary>
    public static AuditEvent? RoleSet(Actor by, DateTimeOffset at, ProjectId project, UserId user, Role? before, Role? after)
    {
        if (before == after) return null;
        var action = (before, after) switch
        {
            (null, _) => AuditAction.MemberAdded,
            (_, null) => AuditAction.MemberRemoved,
            _ => AuditAction.MemberRoleChanged,
        };
        var changes = new AuditChanges().Of("role", RoleName(before), RoleName(after)).Found;
        return AuditEvent.Of(project, by, at, action, new(AuditTargetType.Member, user.ToString(), ""), changes);
    }

    private static AuditEvent Of(
        Actor by, DateTimeOffset at, AuditAction action, Project project, IReadOnlyList<AuditChange> changes, string? note) =>
        AuditEvent.Of(project.Id, by, at, action, new(AuditTargetType.Project, project.Id.ToString(), project.Name), changes, note);

    private static IReadOnlyList<AuditChange> Changes(Project? before, Project after) => new AuditChanges()
        .Of("name", before?.Name, after.Name)
        .Of("description", before?.Description, after.Description)
        .OfMany("tags", before?.Tags, after.Tags)
        .Of("organization", before?.Organization, after.Organization)
        .OfMany("classificationIds", before?.ClassificationIds, after.ClassificationIds)
        .Of("billingAccountId", before?.BillingAccountId, after.BillingAccountId)
        .OfMany("contacts", before?.Contacts.Select(Text), after.Contacts.Select(Text))
        .Of("settings.budgetAmount", before?.Settings.BudgetAmount, after.Settings.BudgetAmount)
        .Of("settings.budgetPeriod", Period(before), Period(after))
        .Of("settings.isDiscoverable", before?.Settings.IsDiscoverable, after.Settings.IsDiscoverable)
        .Of("settings.isShareable", before?.Settings.IsShareable, after.Settings.IsShareable)
        .Of("bucket", before?.Bucket, after.Bucket)
        .Of("pipelineRoleArn", before?.PipelineRoleArn, after.PipelineRoleArn)
        .Of("status", Status(before), Status(after))
        .Of("statusMessage", before?.StatusMessage, after.StatusMessage)
        .Found;

    private static string Text(Contact contact) =>
        string.Join(", ", new[] { contact.Name, contact.Organization, contact.Email, contact.Phone }.Where(part => part.Length > 0));

    private static string? RoleName(Role? role) => role is { } known ? ContractName.Of(known) : null;

    private static string? Period(Project? project) => project is null ? null : ContractName.Of(project.Settings.BudgetPeriod);

    private static string? Status(Project? project) => project is null ? null : ContractName.Of(project.Status);
}

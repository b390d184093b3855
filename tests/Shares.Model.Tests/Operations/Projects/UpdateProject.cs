using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Projects;

public sealed record UpdateProject(Actor By, Ref Project, ProjectBody Body, string? IfMatch = null) : Operation(By)
{
    public override Call Call(State state) => new Call("PUT", $"/projects/{state.IdOf(Project)}") { IfMatch = IfMatch }.With(Body.Json(state));

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project) is { } refusal) return Refused(state, refusal);
        var project = state.Project(Project)!;
        if (Refusals(state, project).ToList() is { Count: > 0 } refusals) return Refused(state, refusals);

        var said = Body.ApplyTo(state, project);
        var isChange = said != project || project.Version.TookForChange(seen, project.UpdatedAt);
        var next = isChange ? said with { UpdatedAt = state.Now, Version = project.Version.Changed(null) } : project;
        var shown = Expected.Ok(ProjectView.Detail(state, next, Gate.RoleOf(state, By, project)!));
        var changed = state.With(next with { Version = next.Version.Seen(seen.ETag) });
        return Outcome.Of(
            said == project ? changed : changed.Logged(By, Project, LogEntry.ProjectUpdated, project.Id, said.FieldsThatDifferFrom(project)),
            shown with { Version = next.Version });
    }

    private IEnumerable<Expected> Refusals(State state, Project project)
    {
        if (!project.Version.Matches(IfMatch)) yield return Expected.VersionMismatch;
        if (Body.Bucket is not null && state.Own(Body.Bucket) != project.Bucket) yield return Expected.Invalid(["bucket"]);
        if (Body.WrongFields(state).ToList() is { Count: > 0 } wrong) yield return Expected.Invalid(wrong);
    }
}

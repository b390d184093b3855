using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Projects;

public sealed record GetProject(Actor By, Ref Project) : Operation(By)
{
    public override Call Call(State state) => new("GET", $"/projects/{state.IdOf(Project)}");

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Reader, Project) is { } refusal) return Refused(state, refusal);
        var project = state.Project(Project)!;
        var shown = Expected.Ok(ProjectView.Detail(state, project, Gate.RoleOf(state, By, project)!)) with { Version = project.Version };
        return Outcome.Of(state.With(project with { Version = project.Version.Seen(seen.ETag) }), shown);
    }
}

public sealed record ListProjects(Actor By, int? Limit) : Operation(By)
{
    public override Call Call(State state) => new("GET", "/projects") { Paging = Paging.Header, Query = PageQuery.Of(Limit) };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(By) is { } refusal) return Refused(state, refusal);
        var mine = state.Projects.Values.Where(project => Gate.RoleOf(state, By, project) is not null);
        return Outcome.Of(state, Expected.Listed(mine.Select(ProjectView.InList)));
    }
}

/// <param name="Beginning">Of the names, without the scope.</param>
public sealed record DiscoverProjects(Actor By, string Beginning, int? Limit) : Operation(By)
{
    public override Call Call(State state) =>
        new("GET", "/projects/discover") { Paging = Paging.Header, Query = [("text", state.Own(Beginning)), .. PageQuery.Of(Limit)] };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(By) is { } refusal) return Refused(state, refusal);
        var found = state.Projects.Values.Where(p => p.IsDiscoverable && p.Name.StartsWith(state.Own(Beginning).Trim(), StringComparison.OrdinalIgnoreCase));
        return Outcome.Of(state, Expected.Listed(found.Select(ProjectView.InList)));
    }
}

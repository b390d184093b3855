using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Projects;

/// <param name="User">A person; empty: no valid name.</param>
public sealed record SetRole(Actor By, Ref Project, string User, string Role) : Operation(By)
{
    public override Call Call(State state) => new Call("PUT", $"/projects/{state.IdOf(Project)}/permissions")
        .With(new JsonObject { ["username"] = User.Length == 0 ? "" : state.User(User), ["role"] = Role });

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project) is { } refusal) return Refused(state, refusal);
        if (WrongFields().ToList() is { Count: > 0 } wrong) return Refused(state, Expected.Invalid(wrong));
        var (project, user) = (state.Project(Project)!, state.User(User));
        var isLastOwner = project.Members.GetValueOrDefault(user) == Roles.Owner && project.Owners == 1 && Role != Roles.Owner;
        if (isLastOwner) return Refused(state, Expected.Invalid(["role"]));
        var before = project.Members.GetValueOrDefault(user, Roles.None);
        if (before == Role) return Outcome.Of(state, Expected.Ok());
        var members = Role == Roles.None ? project.Members.Remove(user) : project.Members.SetItem(user, Role);
        var action = before == Roles.None ? LogEntry.MemberAdded : Role == Roles.None ? LogEntry.MemberRemoved : LogEntry.MemberRoleChanged;
        return Outcome.Of(state.With(project with { Members = members }).Logged(By, Project, action, user), Expected.Ok());
    }

    private IEnumerable<string> WrongFields()
    {
        if (User.Length == 0) yield return "username";
        if (Role != Roles.None && !Roles.All.Contains(Role)) yield return "role";
    }
}

public sealed record ListMembers(Actor By, Ref Project, int? Limit) : Operation(By)
{
    public override Call Call(State state) =>
        new("GET", $"/projects/{state.IdOf(Project)}/permissions") { Paging = Paging.Header, Query = PageQuery.Of(Limit) };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Reader, Project) is { } refusal) return Refused(state, refusal);
        var members = state.Project(Project)!.Members.Select(member => new JsonObject { ["username"] = member.Key, ["role"] = member.Value });
        return Outcome.Of(state, Expected.Listed(members));
    }
}

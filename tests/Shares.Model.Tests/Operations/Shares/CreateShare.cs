using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Shares;

public sealed record CreateShare(Actor By, Ref Project, ShareBody Body) : Operation(By)
{
    public override Call Call(State state) => new Call("POST", $"/projects/{state.IdOf(Project)}/shares").With(Body.Json(state));

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project) is { } refusal) return Refused(state, refusal);
        if (Refusals(state).ToList() is { Count: > 0 } refusals) return Refused(state, refusals);
        var made = Body.ApplyTo(state, new(Place, seen.NewId)
        {
            Publisher = Project, Name = "", Description = "", Conditions = [], Keywords = [], Classifications = [], Projects = [], IsViewRestricted = false, ExpiresAt = null,
            CreatedBy = state.User(((Actor.Person)By).Name), CreatedAt = state.Now, UpdatedAt = state.Now,
        });
        return Outcome.Of(state.With(made).Logged(By, Project, LogEntry.ShareCreated, made.Id), new(201) { Members = new() { ["id"] = seen.NewId } });
    }

    private IEnumerable<Expected> Refusals(State state)
    {
        if (!state.Project(Project)!.IsShareable) yield return Expected.SharingDisabled;
        foreach (var refusal in ShareRefusals.OfBody(state, Body, Project, before: null)) yield return refusal;
    }
}

using System.Text.Json.Nodes;
using Shares.Model.Tests.Operations.Datasets;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Shares;

/// <summary>A dry run: what the share would hold, and what changes by that.</summary>
/// <param name="Edited">The share that is being edited; null: a new one.</param>
public sealed record PreviewShare(Actor By, Ref Project, ShareBody Body, Ref? Edited) : Operation(By)
{
    public override Call Call(State state)
    {
        var body = Body.Json(state);
        if (Edited is { } edited) body["shareId"] = state.IdOf(edited);
        return new Call("POST", $"/projects/{state.IdOf(Project)}/shares:preview").With(body);
    }

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project) is { } refusal) return Refused(state, refusal);
        if (Edited is { IsNoId: true }) return Refused(state, Expected.Invalid(["shareId"]), Expected.Invalid([.. Body.WrongFields(state), "shareId"]));
        var share = Edited is { } edited ? state.Share(edited) : null;
        if (Edited is not null && share?.Publisher != Project) return Refused(state, Expected.NotFound);
        if (Refusals(state, share).ToList() is { Count: > 0 } refusals) return Refused(state, refusals);

        var old = share ?? new Share(Place, "")
        {
            Publisher = Project, Name = "", Description = "", Conditions = [], Keywords = [], Classifications = [], Projects = [], IsViewRestricted = false, ExpiresAt = null,
            CreatedBy = "", CreatedAt = state.Now, UpdatedAt = state.Now,
        };
        return Outcome.Of(state, Expected.Ok(View(state, old, Named.ApplyTo(state, old))));
    }

    /// <summary>The name may be missing while a share is being written.</summary>
    private ShareBody Named => Body with { Name = string.IsNullOrWhiteSpace(Body.Name) ? "a share" : Body.Name };

    private IEnumerable<Expected> Refusals(State state, Share? share)
    {
        if (share is null && !state.Project(Project)!.IsShareable) yield return Expected.SharingDisabled;
        foreach (var refusal in ShareRefusals.OfBody(state, Named, Project, share)) yield return refusal;
    }

    private JsonObject View(State state, Share old, Share next)
    {
        List<Dataset> before = [.. state.Datasets.Values.Where(dataset => Seeing.Holds(old, dataset))];
        List<Dataset> after = [.. state.Datasets.Values.Where(dataset => Seeing.Holds(next, dataset))];
        return new()
        {
            ["count"] = after.Count,
            ["bytes"] = after.Sum(dataset => dataset.Counted!.Value.Bytes),
            ["files"] = after.Sum(dataset => dataset.Counted!.Value.Files),
            ["isExact"] = true,
            ["data"] = new JsonArray([.. after.Select(dataset => DatasetView.InList(state, dataset, Project, null))]),
            ["nextToken"] = "",
            ["adds"] = Change(state, after.Except(before), next.Projects.Except(old.Projects)),
            ["removes"] = Change(state, before.Except(after), old.Projects.Except(next.Projects)),
        };
    }

    private static JsonObject Change(State state, IEnumerable<Dataset> datasets, IEnumerable<Ref> projects) => new()
    {
        ["datasets"] = new JsonObject
        {
            ["count"] = datasets.Count(),
            ["items"] = new JsonArray([.. datasets.Select(dataset => new JsonObject { ["id"] = dataset.Id, ["name"] = dataset.Name })]),
        },
        ["projects"] = new JsonArray([.. projects.Select(project => new JsonObject { ["id"] = state.IdOf(project), ["name"] = state.Project(project)!.Name })]),
    };
}

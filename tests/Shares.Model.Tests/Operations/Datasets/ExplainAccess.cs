using Shares.Model.Tests.Operations.Files;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Datasets;

/// <summary>The owner asks whether a project, or somebody in it, gets at a dataset. The answer is what that request would get.</summary>
/// <param name="User">A person; null: any member.</param>
public sealed record ExplainAccess(Actor By, Ref Project, Ref Dataset, Ref Other, string? User, string Purpose) : Operation(By)
{
    public const string See = "SEE";
    public const string Download = "DOWNLOAD";
    public const string Analyze = "ANALYZE";

    public override Call Call(State state) => new("GET", $"/projects/{state.IdOf(Project)}/datasets/{state.IdOf(Dataset)}/access")
    {
        Query = [("projectId", state.IdOf(Other)), ("purpose", Purpose), .. User is null ? Array.Empty<(string, string)>() : [("userId", state.User(User))]],
    };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project, dataset: Dataset) is { } refusal) return Refused(state, refusal);
        var dataset = state.Dataset(Dataset)!;
        if (dataset.Project != Project) return Refused(state, OwnDataset.Refuse(state, Project, dataset)!);
        if (WrongFields().ToList() is { Count: > 0 } wrong) return Refused(state, Expected.Invalid(wrong));
        var refused = Refuse(state, dataset);
        return Outcome.Of(state, Expected.Ok(new() { ["isGranted"] = refused is null, ["errorCode"] = refused?.Code }));
    }

    private IEnumerable<string> WrongFields()
    {
        if (Other.IsNoId) yield return "projectId";
        if (Purpose is not (See or Download or Analyze)) yield return "purpose";
    }

    private Expected? Refuse(State state, Dataset dataset)
    {
        if (state.Project(Other) is not { } other || !Seeing.Sees(state, Other, dataset)) return Expected.NotFound;
        if (Purpose == Analyze && other.PipelineRole is null) return Expected.NotFound;
        if (Purpose == Analyze) return Other == Project || Seeing.Reading(state, dataset, Other, isDownload: false) is not null ? null : Expected.NotReady;
        if (User is not null && !other.Members.ContainsKey(state.User(User))) return Expected.NotFound;
        return Purpose == See ? null : Downloading.Refuse(state, Other, dataset);
    }
}

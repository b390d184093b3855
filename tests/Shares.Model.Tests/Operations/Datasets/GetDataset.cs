using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Datasets;

/// <summary>One dataset, own or seen through a share.</summary>
public sealed record GetDataset(Actor By, Ref Project, Ref Dataset) : Operation(By)
{
    public override Call Call(State state) => new("GET", $"/projects/{state.IdOf(Project)}/datasets/{state.IdOf(Dataset)}");

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Reader, Project, dataset: Dataset) is { } refusal) return Refused(state, refusal);
        var dataset = state.Dataset(Dataset)!;
        if (!Seeing.Sees(state, Project, dataset)) return Refused(state, Expected.NotFound);
        var through = dataset.Project == Project ? null : Seeing.Widest(Seeing.Showing(state, dataset, Project));
        var shown = Expected.Ok(DatasetView.Detail(state, dataset, Project, through)) with { Version = dataset.Version };
        return Outcome.Of(state.With(dataset with { Version = dataset.Version.Seen(seen.ETag) }), shown);
    }
}

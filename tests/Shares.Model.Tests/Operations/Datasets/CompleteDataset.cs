using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Datasets;

public sealed record CompleteDataset(Actor By, Ref Project, Ref Dataset) : Operation(By)
{
    public override Call Call(State state) =>
        new Call("POST", $"/projects/{state.IdOf(Project)}/datasets/{state.IdOf(Dataset)}:complete") { IsForAccess = true }.With(new JsonObject());

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.WriterOrPipeline, Project, dataset: Dataset) is { } refusal) return Refused(state, refusal);
        var dataset = state.Dataset(Dataset)!;
        if (OwnDataset.Refuse(state, Project, dataset) is { } hidden) return Refused(state, hidden);
        if (dataset.Status == Rules.Dataset.Completed) return Outcome.Of(state, Shown(dataset));
        if (state.Project(Project)!.IsPending) return Refused(state, Expected.NotReady);
        if (dataset.Files.IsEmpty) return Refused(state, Expected.Invalid(["files"]));
        if (!dataset.Expected.TrueForAll(dataset.Files.ContainsKey)) return Refused(state, Expected.Invalid(["expectedFiles"]));

        var next = dataset with
        {
            Status = Rules.Dataset.Completed,
            Counted = (dataset.Files.Count, dataset.Files.Values.Sum()),
            UpdatedAt = state.Now,
            Version = dataset.Version.Changed(null),
        };
        return Outcome.Of(state.With(next).Logged(By, Project, LogEntry.DatasetCompleted, next.Id), Shown(next));
    }

    private static Expected Shown(Dataset dataset) => Expected.Ok(new()
    {
        ["id"] = dataset.Id, ["status"] = dataset.Status, ["fileCount"] = dataset.Counted!.Value.Files, ["totalSizeBytes"] = dataset.Counted.Value.Bytes,
    });
}

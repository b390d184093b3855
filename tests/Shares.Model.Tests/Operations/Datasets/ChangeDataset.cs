using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Datasets;

public sealed record UpdateDataset(Actor By, Ref Project, Ref Dataset, DatasetBody Body, string? IfMatch = null) : Operation(By)
{
    public override Call Call(State state) =>
        new Call("PUT", $"/projects/{state.IdOf(Project)}/datasets/{state.IdOf(Dataset)}") { IfMatch = IfMatch }.With(Body.Json());

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Writer, Project, dataset: Dataset) is { } refusal) return Refused(state, refusal);
        var dataset = state.Dataset(Dataset)!;
        if (OwnDataset.Refuse(state, Project, dataset) is { } hidden) return Refused(state, hidden);
        if (Refusals(dataset).ToList() is { Count: > 0 } refusals) return Refused(state, refusals);

        var said = Body.ApplyTo(dataset);
        string[] fields = [.. said.FieldsThatDifferFrom(dataset)];
        var isChange = fields.Length > 0 || !said.Tags.SequenceEqual(dataset.Tags) || dataset.Version.TookForChange(seen, dataset.UpdatedAt);
        var next = isChange ? said with { UpdatedAt = state.Now, Version = dataset.Version.Changed(null) } : dataset;
        var shown = Expected.Ok(DatasetView.Detail(state, next, Project, null)) with { Version = next.Version };
        var changed = state.With(next with { Version = next.Version.Seen(seen.ETag) });
        return Outcome.Of(fields.Length == 0 ? changed : changed.Logged(By, Project, LogEntry.DatasetUpdated, dataset.Id, fields), shown);
    }

    private IEnumerable<Expected> Refusals(Dataset dataset)
    {
        if (!dataset.Version.Matches(IfMatch)) yield return Expected.VersionMismatch;
        if (Body.WrongFields().ToList() is { Count: > 0 } wrong) yield return Expected.Invalid(wrong);
    }
}

public sealed record DeleteDataset(Actor By, Ref Project, Ref Dataset, string? IfMatch = null) : Operation(By)
{
    public override Call Call(State state) => new("DELETE", $"/projects/{state.IdOf(Project)}/datasets/{state.IdOf(Dataset)}") { IfMatch = IfMatch };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project, dataset: Dataset) is { } refusal) return Refused(state, refusal);
        var dataset = state.Dataset(Dataset)!;
        if (OwnDataset.Refuse(state, Project, dataset) is { } hidden) return Refused(state, hidden);
        if (!dataset.Version.Matches(IfMatch)) return Refused(state, Expected.VersionMismatch);
        return Outcome.Of(state.With(dataset with { Status = Rules.Dataset.Deleted }).Logged(By, Project, LogEntry.DatasetDeleted, dataset.Id), new(202));
    }
}

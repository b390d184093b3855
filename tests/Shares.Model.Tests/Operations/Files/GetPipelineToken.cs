using System.Text.Json.Nodes;
using Shares.Model.Tests.Operations.Datasets;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Files;

/// <summary>Credentials for one run of a pipeline: for all of its inputs, or for none.</summary>
public sealed record GetPipelineToken(Actor By, Ref Project, string Execution, IReadOnlyList<Ref> Datasets) : Operation(By)
{
    public static readonly IReadOnlyList<string> Executions = ["0197e000-0000-7000-8000-000000000042", "0197e000-0000-7000-8000-000000000043"];

    public override Call Call(State state) => new Call("POST", $"/projects/{state.IdOf(Project)}/pipeline-token") { IsForAccess = true }.With(new JsonObject
    {
        ["executionId"] = Execution,
        ["datasetIds"] = new JsonArray([.. Datasets.Select(dataset => JsonValue.Create(state.IdOf(dataset)))]),
    });

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.PipelineOnly, Project) is { } refusal) return Refused(state, refusal);
        if (Datasets.Any(dataset => dataset.IsNoId)) return Refused(state, new Expected(400, "VALIDATION_FAILED"));
        var refusals = Datasets.Select(dataset => Refuse(state, state.Dataset(dataset))).OfType<Expected>().Distinct().ToList();
        if (refusals.Count > 0) return Refused(state, refusals);

        List<Dataset> inputs = [.. Datasets.Distinct().Select(dataset => state.Dataset(dataset)!)];
        var grants = inputs.Where(dataset => dataset.Project != Project).ToLookup(dataset => Seeing.Reading(state, dataset, Project, isDownload: false)!.Place);
        if (grants.Any(share => state.Shares[share.Key].CutOff.Contains((Project.Place, Execution)))) return Refused(state, Expected.NotFound);
        var expected = Expected.Ok() with { Check = answer => Lists.Difference(inputs.Select(dataset => View(state, dataset)), Granted(answer.Body!)) };
        return Outcome.Of(grants.Aggregate(state, (next, share) => Used(next, next.Shares[share.Key], share)), expected);
    }

    private Expected? Refuse(State state, Dataset? dataset)
    {
        if (dataset is null || !Seeing.Sees(state, Project, dataset)) return Expected.NotFound;
        return dataset.Project == Project || Seeing.Reading(state, dataset, Project, isDownload: false) is not null ? null : Expected.NotReady;
    }

    private State Used(State state, Share share, IEnumerable<Dataset> datasets)
    {
        var usages = datasets.Select(dataset => new Usage(Project.Place, Execution, dataset.Place, state.Now));
        return state.With(share with { Usages = share.Usages.AddRange(usages) }).Logged(By, share.Publisher, LogEntry.PipelineTokenVended, share.Id);
    }

    private string View(State state, Dataset dataset)
    {
        var through = dataset.Project == Project ? null : Seeing.Reading(state, dataset, Project, isDownload: false);
        return $"{dataset.Id} {DatasetView.Files(dataset, through?.Alias(isForDownloads: false) ?? state.Project(Project)!.Bucket)} {through?.Id}";
    }

    private static IEnumerable<string> Granted(JsonNode body) =>
        body["datasets"]!.AsArray().Select(dataset => $"{Json.Text(dataset, "datasetId")} {Json.Text(dataset, "s3")} {Json.Text(dataset, "shareId")}");
}

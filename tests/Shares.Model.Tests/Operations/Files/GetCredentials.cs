using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Files;

/// <summary>Credentials for people.</summary>
/// <param name="Dataset">Without meaning for PROJECT_DOWNLOAD.</param>
public sealed record GetStorageToken(Actor By, Ref Project, string AccessType, Ref Dataset) : Operation(By)
{
    public const string ProjectDownload = "PROJECT_DOWNLOAD";
    public const string SharedDownload = "SHARED_DATASET_DOWNLOAD";
    public const string Upload = "DATASET_UPLOAD";

    public override Call Call(State state) => new Call("POST", $"/projects/{state.IdOf(Project)}/s3-token") { IsForAccess = true }
        .With(new JsonObject { ["accessType"] = AccessType, ["datasetId"] = state.IdOf(Dataset) });

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Reader, Project) is { } refusal) return Refused(state, refusal);
        if (AccessType == ProjectDownload) return Outcome.Of(state, Expected.Ok());
        if (Dataset.IsNoId) return Refused(state, Expected.Invalid(["datasetId"]));
        var refused = AccessType == SharedDownload ? RefuseDownload(state) : RefuseUpload(state);
        return refused is null ? Outcome.Of(state, Expected.Ok()) : Refused(state, refused);
    }

    /// <summary>Never null: own datasets are not downloaded in this way.</summary>
    private Expected? RefuseDownload(State state) => state.Dataset(Dataset) is { } dataset
        ? Downloading.Refuse(state, Project, dataset) ?? Expected.Invalid(["datasetId"])
        : Expected.NotFound;

    private Expected? RefuseUpload(State state)
    {
        if (!Roles.May(Gate.RoleOf(state, By, state.Project(Project)!)!, Level.Write)) return Expected.RoleTooLow;
        return state.Dataset(Dataset) switch
        {
            null or { Status: Rules.Dataset.Deleted } => Expected.NotFound,
            { } dataset when dataset.Project != Project => Expected.NotFound,
            { Status: Rules.Dataset.Completed } => Expected.Invalid(["datasetId"]),
            _ => null,
        };
    }
}

/// <summary>Credentials for one run of a pipeline.</summary>
public sealed record GetPipelineToken(Actor By, Ref Project, IReadOnlyList<Ref> Datasets) : Operation(By)
{
    private const string AnyRun = "0197e000-0000-7000-8000-000000000042";

    public override Call Call(State state) => new Call("POST", $"/projects/{state.IdOf(Project)}/pipeline-token") { IsForAccess = true }.With(new JsonObject
    {
        ["executionId"] = AnyRun,
        ["datasetIds"] = new JsonArray([.. Datasets.Select(dataset => JsonValue.Create(state.IdOf(dataset)))]),
    });

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.PipelineOnly, Project) is { } refusal) return Refused(state, refusal);
        if (Datasets.Any(dataset => dataset.IsNoId)) return Refused(state, new Expected(400, "VALIDATION_FAILED"));
        var refusals = Datasets.Select(dataset => Refuse(state, state.Dataset(dataset))).OfType<Expected>().Distinct().ToList();
        return refusals.Count > 0 ? Refused(state, refusals) : Outcome.Of(state, Expected.Ok());
    }

    /// <summary>Null for an own dataset. Through shares nobody gets further than to storage that is not set up.</summary>
    private Expected? Refuse(State state, Dataset? dataset) =>
        dataset is null || !Seeing.Sees(state, Project, dataset) ? Expected.NotFound : dataset.Project == Project ? null : Expected.NotReady;
}

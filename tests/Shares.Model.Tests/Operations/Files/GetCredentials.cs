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
        if (AccessType == Upload) return RefuseUpload(state) is { } refused ? Refused(state, refused) : Outcome.Of(state, Expected.Ok());
        if (state.Dataset(Dataset) is not { } dataset) return Refused(state, Expected.NotFound);
        if (Downloading.Refuse(state, Project, dataset) is { } notAllowed) return Refused(state, notAllowed);
        // Own datasets are not downloaded in this way.
        if (dataset.Project == Project) return Refused(state, Expected.Invalid(["datasetId"]));
        return Outcome.Of(Downloading.Logged(state, By, Project, dataset, LogEntry.StorageTokenVended), Expected.Ok());
    }

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

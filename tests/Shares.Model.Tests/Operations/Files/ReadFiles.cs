using System.Text.Json.Nodes;
using Shares.Model.Tests.Operations.Datasets;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Files;

/// <summary>Names of files: also of analyze-only datasets.</summary>
public sealed record ListFiles(Actor By, Ref Project, Ref Dataset) : Operation(By)
{
    public override Call Call(State state) => new("GET", $"/projects/{state.IdOf(Project)}/datasets/{state.IdOf(Dataset)}/files") { IsForAccess = true };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.ReaderOrPipeline, Project, dataset: Dataset) is { } refusal) return Refused(state, refusal);
        var dataset = state.Dataset(Dataset)!;
        if (!Seeing.Sees(state, Project, dataset)) return Refused(state, Expected.NotFound);
        return Outcome.Of(state, Expected.Ok(new()
        {
            ["domain"] = DatasetView.Files(dataset, PlaceIn(state, dataset)),
            ["files"] = new JsonArray([.. dataset.Files.Select(file => new JsonObject { ["path"] = $"data/{file.Key}", ["size"] = file.Value })]),
            ["totalFiles"] = dataset.Files.Count,
        }));
    }

    /// <summary>Where the caller can read; people who may not, and while nobody can yet, where pipelines can or will.</summary>
    private string PlaceIn(State state, Dataset dataset)
    {
        if (dataset.Project == Project) return state.Project(Project)!.Bucket;
        var isPerson = By is Actor.Person;
        var through = Seeing.Reading(state, dataset, Project, isPerson);
        return (through ?? Seeing.Showing(state, dataset, Project).MinBy(share => share.Id, StringComparer.Ordinal)!).Alias(isPerson && through is not null);
    }
}

/// <summary>URLs of all files of a dataset, for people who may download it.</summary>
public sealed record PresignFiles(Actor By, Ref Project, Ref Dataset) : Operation(By)
{
    public override Call Call(State state) =>
        new Call("POST", $"/projects/{state.IdOf(Project)}/datasets/{state.IdOf(Dataset)}/files:presign") { IsForAccess = true }
            .With(new JsonObject { ["all"] = true });

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Reader, Project, dataset: Dataset) is { } refusal) return Refused(state, refusal);
        var dataset = state.Dataset(Dataset)!;
        if (Downloading.Refuse(state, Project, dataset) is { } notAllowed) return Refused(state, notAllowed);
        var urls = dataset.Files.Keys.Select(path => new JsonObject { ["path"] = $"data/{path}" });
        var next = Downloading.Logged(state, By, Project, dataset, LogEntry.FilesPresigned);
        return Outcome.Of(next, Expected.Ok(new() { ["urls"] = new JsonArray([.. urls]), ["nextToken"] = "" }));
    }
}

internal static class Downloading
{
    /// <summary>Null for an own dataset, and for one of a share that allows downloads once storage does, too.</summary>
    public static Expected? Refuse(State state, Ref project, Dataset dataset)
    {
        if (!Seeing.Sees(state, project, dataset)) return Expected.NotFound;
        if (dataset.Project == project || Seeing.Reading(state, dataset, project, isDownload: true) is not null) return null;
        return Seeing.Showing(state, dataset, project).All(share => share.IsViewRestricted) ? Expected.AnalyzeOnly : Expected.NotReady;
    }

    /// <summary>The publisher's log tells of it; who downloads own datasets is nobody else's business.</summary>
    public static State Logged(State state, Actor by, Ref project, Dataset dataset, string action) => dataset.Project == project
        ? state
        : state.Logged(by, dataset.Project, action, Seeing.Reading(state, dataset, project, isDownload: true)!.Id);
}

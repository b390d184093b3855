using System.Text.Json.Nodes;
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
        var isOwn = dataset.Project == Project;
        return Outcome.Of(state, Expected.Ok(new()
        {
            ["domain"] = isOwn ? $"s3://{state.Project(Project)!.Bucket}/datasets/{dataset.Id}" : "",
            ["files"] = new JsonArray([.. dataset.Files.Select(file => new JsonObject { ["path"] = $"data/{file.Key}", ["size"] = file.Value })]),
            ["totalFiles"] = dataset.Files.Count,
        }));
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
        return Outcome.Of(state, Expected.Ok(new() { ["urls"] = new JsonArray([.. urls]), ["nextToken"] = "" }));
    }
}

internal static class Downloading
{
    /// <summary>Null for an own dataset. Of shared ones nobody gets further than to storage that is not set up.</summary>
    public static Expected? Refuse(State state, Ref project, Dataset dataset)
    {
        if (!Seeing.Sees(state, project, dataset)) return Expected.NotFound;
        if (dataset.Project == project) return null;
        return Seeing.Showing(state, dataset, project).All(share => share.IsViewRestricted) ? Expected.AnalyzeOnly : Expected.NotReady;
    }
}

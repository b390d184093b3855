using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Datasets;

public sealed record RegisterDataset(Actor By, Ref Project, DatasetBody Body, IReadOnlyList<string>? ExpectedFiles) : Operation(By)
{
    public override Call Call(State state)
    {
        var body = Body.Json();
        if (ExpectedFiles is not null) body["expectedFiles"] = new JsonArray([.. ExpectedFiles.Select(path => JsonValue.Create(path))]);
        return new Call("POST", $"/projects/{state.IdOf(Project)}/datasets/upload").With(body);
    }

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Writer, Project) is { } refusal) return Refused(state, refusal);
        if (WrongFields().ToList() is { Count: > 0 } wrong) return Refused(state, Expected.Invalid(wrong));
        var bucket = state.Project(Project)!.Bucket;
        var made = Body.ApplyTo(new(Place, seen.NewId)
        {
            Project = Project, Name = "", Description = "", ProcessId = "", Tags = [], Expected = [.. ExpectedFiles!],
            CreatedBy = state.User(((Actor.Person)By).Name), CreatedAt = state.Now, UpdatedAt = state.Now,
        });
        var answer = new JsonObject { ["id"] = seen.NewId, ["bucket"] = bucket, ["uploadPath"] = $"s3://{bucket}/datasets/{seen.NewId}/data" };
        return Outcome.Of(state.With(made).Logged(By, Project, LogEntry.DatasetRegistered, made.Id), new(201) { Members = answer });
    }

    private IEnumerable<string> WrongFields()
    {
        foreach (var field in Body.WrongFields()) yield return field;
        if (ExpectedFiles is null) yield return "expectedFiles";
        for (var i = 0; i < ExpectedFiles?.Count; i++)
            if (ExpectedFiles[i].Split('/').Any(part => part is "" or "." or "..")) yield return $"expectedFiles[{i}]";
    }
}

using System.Text.RegularExpressions;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Projects;

public sealed partial record CreateProject(Actor By, ProjectBody Body) : Operation(By)
{
    /// <summary>The bucket that must be there for the project to be usable at once; null for none.</summary>
    public string? BucketIn(State state) => Body.Bucket is { } bucket && BucketName.IsMatch(state.Own(bucket)) ? state.Own(bucket) : null;

    public override Call Call(State state) => new Call("POST", "/projects").With(Body.Json(state));

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(By, takesPlatformAdmin: true) is { } refusal) return Refused(state, refusal);
        var wrong = Body.WrongFields(state).ToList();
        if (Body.Bucket is not null && BucketIn(state) is null) return Refused(state, Expected.Invalid(["bucket"]), Expected.Invalid([.. wrong, "bucket"]));
        if (wrong.Count > 0) return Refused(state, Expected.Invalid(wrong));
        var bucket = BucketIn(state) ?? $"shares-{seen.NewId.Replace("-", "", StringComparison.Ordinal)}";
        if (state.Projects.Values.Any(project => project.Bucket == bucket)) return Refused(state, Expected.AlreadyExists);

        var user = state.User(((Actor.Person)By).Name);
        var made = Body.ApplyTo(state, new(Place, seen.NewId)
        {
            Name = "", Description = "", Bucket = bucket, IsPending = Body.Bucket is null, IsDiscoverable = false, IsShareable = false, PipelineRole = null,
            CreatedBy = user, CreatedAt = state.Now, UpdatedAt = state.Now,
        });
        var next = state.With(made with { Members = made.Members.Add(user, Roles.Owner) }).Logged(By, new(Place), LogEntry.ProjectCreated, made.Id);
        return Outcome.Of(next, new(201) { Members = new() { ["id"] = seen.NewId } });
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$")]
    private static partial Regex BucketName { get; }
}

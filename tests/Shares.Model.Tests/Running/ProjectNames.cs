using System.Text.Json.Nodes;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Operations.Projects;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Running;

/// <summary>
/// The names that projects had while requests were answered together. What is said of a share names projects as they were at some time of the
/// request, which need not be the moment at which the share itself was read or written: names inform, and decide nothing.
/// </summary>
internal sealed class ProjectNames
{
    private readonly HashSet<(string Id, string Name)> _seen;

    public ProjectNames(State before, IReadOnlyList<(Operation Operation, Answer Answer)> together)
    {
        var given = together.Where(one => one is { Operation: UpdateProject, Answer.Status: 200 }).Select(one => (Json.Text(one.Answer.Body, "id"), Json.Text(one.Answer.Body, "name")));
        _seen = [.. before.Projects.Values.Select(project => (project.Id, project.Name)), .. given];
    }

    /// <returns>The answer, with each of those names as it is in the state.</returns>
    public Answer AsIn(State state, Answer answer)
    {
        if (answer.Body is not JsonObject body || body["originatingProject"] is null) return answer;
        var copy = body.DeepClone();
        foreach (var named in copy["sharedProjects"]!.AsArray().Append(copy["originatingProject"]))
        {
            var id = Json.Text(named, "id");
            if (_seen.Contains((id, Json.Text(named, "name")))) named!["name"] = state.Projects.Values.Single(project => project.Id == id).Name;
        }

        return answer with { Body = copy };
    }
}

using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Projects;

/// <summary>A project as its administrator writes it. What is null is left out.</summary>
/// <param name="Bucket">Without the scope.</param>
/// <param name="PipelineRole">A role's name without the scope; empty: none; with a colon: as it is.</param>
public sealed record ProjectBody(
    string? Name, string? Description = null, bool? IsShareable = null, bool? IsDiscoverable = null, string? Bucket = null, string? PipelineRole = null)
{
    public JsonObject Json(State state)
    {
        var body = new JsonObject { ["billingAccountId"] = "none", ["contacts"] = new JsonArray() };
        if (Name is not null) body["name"] = NameIn(state);
        if (Description is not null) body["description"] = Description;
        if (Bucket is not null) body["bucket"] = state.Own(Bucket);
        if (PipelineRole is not null) body["pipelineRoleArn"] = ArnIn(state);
        var settings = new JsonObject();
        if (IsShareable is { } shareable) settings["isShareable"] = shareable;
        if (IsDiscoverable is { } discoverable) settings["isDiscoverable"] = discoverable;
        if (settings.Count > 0) body["settings"] = settings;
        return body;
    }

    public IEnumerable<string> WrongFields(State state)
    {
        if (!Texts.IsValid(NameIn(state), 1, Texts.Name)) yield return "name";
        if (!Texts.IsValid(Description, 0, Texts.Description)) yield return "description";
        if (PipelineRole?.Contains(':', StringComparison.Ordinal) == true) yield return "pipelineRoleArn";
    }

    public Project ApplyTo(State state, Project project) => project with
    {
        Name = NameIn(state)!.Trim(),
        Description = Description?.Trim() ?? "",
        IsShareable = IsShareable ?? project.IsShareable,
        IsDiscoverable = IsDiscoverable ?? project.IsDiscoverable,
        PipelineRole = PipelineRole switch { null => project.PipelineRole, "" => null, var role => role },
    };

    /// <summary>An empty name stays empty, so that it is wrong.</summary>
    private string? NameIn(State state) => Name is { Length: > 0 } ? state.Own(Name) : Name;

    private string ArnIn(State state)
    {
        var isName = PipelineRole!.Length > 0 && !PipelineRole.Contains(':', StringComparison.Ordinal);
        return isName ? $"arn:aws:iam::111122223333:role/{state.Own(PipelineRole)}" : PipelineRole;
    }
}

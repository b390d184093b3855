using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Datasets;

/// <summary>A dataset as a member writes it. What is null is left out.</summary>
public sealed record DatasetBody(string? Name, string? ProcessId, string? Description = null, IReadOnlyList<string>? Tags = null)
{
    private const int MostTags = 40;

    public JsonObject Json()
    {
        var body = new JsonObject();
        if (Name is not null) body["name"] = Name;
        if (ProcessId is not null) body["processId"] = ProcessId;
        if (Description is not null) body["description"] = Description;
        if (Tags is not null) body["tags"] = new JsonArray([.. Tags.Select(tag => new JsonObject { ["value"] = tag })]);
        return body;
    }

    public IEnumerable<string> WrongFields()
    {
        if (!Texts.IsValid(Name, 1, Texts.Name)) yield return "name";
        if (!Texts.IsValid(Description, 0, Texts.Description)) yield return "description";
        if (!Texts.IsValid(ProcessId, 1, Texts.ProcessId)) yield return "processId";
        if (Tags?.Count > MostTags) yield return "tags";
        else
            for (var i = 0; i < Tags?.Count; i++)
                if (!Texts.IsValid(Tags[i], 1, Texts.Tag)) yield return $"tags[{i}]";
    }

    public Dataset ApplyTo(Dataset dataset) => dataset with
    {
        Name = Name!.Trim(),
        ProcessId = ProcessId!.Trim(),
        Description = Description?.Trim() ?? "",
        Tags = [.. (Tags ?? []).Select(tag => tag.Trim()).Distinct(StringComparer.Ordinal)],
    };
}

using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Datasets;

/// <summary>What the own datasets have, deleted ones apart, and by how many shares of the project a tag is selected.</summary>
public sealed record ListFacets(Actor By, Ref Project) : Operation(By)
{
    public override Call Call(State state) => new("GET", $"/projects/{state.IdOf(Project)}/facets");

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Reader, Project) is { } refusal) return Refused(state, refusal);
        List<Dataset> own = [.. state.Datasets.Values.Where(dataset => dataset.Project == Project && dataset.Status != Dataset.Deleted)];
        List<string> expected =
        [
            .. Counts("tags", own.SelectMany(dataset => dataset.Tags), tag => $", used by {Users(state, tag)}"),
            .. Counts("creators", own.Select(dataset => dataset.CreatedBy), _ => ""),
            .. Counts("dataTypes", own.Select(dataset => dataset.ProcessId), _ => ""),
        ];
        return Outcome.Of(state, new(200) { Check = answer => Lists.Difference(expected, Found(answer.Body!)) });
    }

    private int Users(State state, string tag) => state.LiveShares.Count(share => share.Publisher == Project && share.Conditions.Contains(new(Condition.Tag, tag)));

    private static IEnumerable<string> Counts(string list, IEnumerable<string> values, Func<string, string> use) =>
        values.GroupBy(value => value, StringComparer.Ordinal).Select(value => $"{list}: {value.Key} {value.Count()}{use(value.Key)}");

    private static IEnumerable<string> Found(JsonNode body) =>
        from list in new[] { "tags", "creators", "dataTypes" }
        from facet in body[list]!.AsArray()
        select $"{list}: {Json.Text(facet, "value")} {facet["count"]}{(list == "tags" ? $", used by {Used(facet)}" : "")}";

    private static string Used(JsonNode facet) =>
        facet["usedInShare"]!.GetValue<bool>() == (facet["shares"]!.GetValue<long>() > 0) ? facet["shares"]!.ToString() : "(contradicts itself)";
}

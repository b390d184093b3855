using System.Text.Json.Nodes;

namespace Shares.Model.Tests.Bugs;

/// <summary>A share gives access up to and including the moment of its end: what is read is later by the least that can be stored.</summary>
internal sealed class EndsIncluded : PlantedBug
{
    protected override bool BendAnswer(string operation, JsonNode request, JsonNode answer)
    {
        var bent = false;
        foreach (var end in Ends(answer).ToList())
        {
            end["S"] = end["S"]!.GetValue<string>().Replace("0000000Z", "0000001Z", StringComparison.Ordinal);
            bent = true;
        }

        return bent;
    }

    private static IEnumerable<JsonNode> Ends(JsonNode? node) => node switch
    {
        JsonObject thing => thing.SelectMany(member => member is { Key: "ExpiresAt", Value: not null } ? [member.Value] : Ends(member.Value)),
        JsonArray array => array.SelectMany(Ends),
        _ => [],
    };
}

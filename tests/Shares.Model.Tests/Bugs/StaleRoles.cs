using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Shares.Model.Tests.Bugs;

/// <summary>Roles are not read strongly: each reading shows a member as the reading before could have.</summary>
internal sealed class StaleRoles : PlantedBug
{
    private readonly ConcurrentDictionary<string, string?> _last = [];

    protected override bool BendAnswer(string operation, JsonNode request, JsonNode answer)
    {
        if (operation != "BatchGetItem") return false;
        var bent = false;
        foreach (var (table, wanted) in request["RequestItems"]!.AsObject())
        {
            var found = answer["Responses"]![table]!.AsArray();
            foreach (var key in Things(wanted!["Keys"]).Where(key => key["SK"]!["S"]!.GetValue<string>().StartsWith("MEMBER#", StringComparison.Ordinal)))
                bent |= Replace(found, key);
        }

        return bent;
    }

    private bool Replace(JsonArray found, JsonObject key)
    {
        var now = Things(found).FirstOrDefault(item => JsonNode.DeepEquals(item["PK"], key["PK"]) && JsonNode.DeepEquals(item["SK"], key["SK"]));
        var name = key.ToJsonString();
        var before = _last.TryGetValue(name, out var last) ? last : now?.ToJsonString();
        _last[name] = now?.ToJsonString();
        if (before == now?.ToJsonString()) return false;
        if (now is not null) found.Remove(now);
        if (before is not null) found.Add(JsonNode.Parse(before));
        return true;
    }
}

using System.Text.Json.Nodes;

namespace Shares.Model.Tests.Bugs;

/// <summary>A change does not ask whether the version that it was made from is still there: of two at a time, one is lost.</summary>
internal sealed class LostUpdates : PlantedBug
{
    protected override bool Bend(string operation, JsonNode request)
    {
        if (operation != "TransactWriteItems") return false;
        var bent = false;
        foreach (var action in Things(request["TransactItems"]).Select(item => item.Single().Value!))
        {
            var condition = action["ConditionExpression"]?.GetValue<string>() ?? "";
            if (!condition.Contains("#Version = :version", StringComparison.Ordinal)) continue;
            action["ConditionExpression"] = condition.Replace("#Version = :version", "#Version >= :version", StringComparison.Ordinal);
            bent = true;
        }

        return bent;
    }
}

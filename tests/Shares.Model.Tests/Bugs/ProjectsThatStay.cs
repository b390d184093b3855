using System.Text.Json.Nodes;

namespace Shares.Model.Tests.Bugs;

/// <summary>An edit adds the projects that it names to those that the share names, and takes none out.</summary>
internal sealed class ProjectsThatStay : PlantedBug
{
    protected override bool Bend(string operation, JsonNode request)
    {
        if (operation != "TransactWriteItems") return false;
        var bent = false;
        foreach (var update in Things(request["TransactItems"]).Select(item => item["Update"]).OfType<JsonObject>())
        {
            var expression = update["UpdateExpression"]!.GetValue<string>();
            if (!expression.Contains("#Projects = :Projects, ", StringComparison.Ordinal)) continue;
            update["UpdateExpression"] = $"{expression.Replace("#Projects = :Projects, ", "", StringComparison.Ordinal)} ADD #Projects :Projects";
            bent = true;
        }

        return bent;
    }
}

using System.Text.Json.Nodes;

namespace Shares.Model.Tests.Bugs;

/// <summary>Reading a list ends with the first page of the store, of which each holds two: lists of a test are short.</summary>
internal sealed class ListsCutShort : PlantedBug
{
    private const int PageSize = 2;

    protected override bool Bend(string operation, JsonNode request)
    {
        if (operation != "Query") return false;
        request["Limit"] = Math.Min(PageSize, (int?)request["Limit"] ?? PageSize);
        return true;
    }

    protected override bool BendAnswer(string operation, JsonNode request, JsonNode answer) =>
        operation == "Query" && answer.AsObject().Remove("LastEvaluatedKey");
}

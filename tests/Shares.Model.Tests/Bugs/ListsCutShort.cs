using System.Text.Json.Nodes;

namespace Shares.Model.Tests.Bugs;

/// <summary>Reading a long list ends with the first page of the store.</summary>
internal sealed class ListsCutShort : PlantedBug
{
    protected override bool BendAnswer(string operation, JsonNode request, JsonNode answer) =>
        operation == "Query" && answer.AsObject().Remove("LastEvaluatedKey");
}

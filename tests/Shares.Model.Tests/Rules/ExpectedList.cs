using System.Text.Json.Nodes;

namespace Shares.Model.Tests.Rules;

/// <summary>In which order a list is; things that are equal in it may come in any.</summary>
/// <param name="Key">Of one item; compared by character codes.</param>
public sealed record ListOrder(Func<JsonNode, string> Key, bool IsDescending = false)
{
    public static ListOrder ByName { get; } = new(item => Json.Text(item, "name").ToUpperInvariant());

    public string? DifferenceTo(IReadOnlyList<JsonNode> items)
    {
        for (var i = 1; i < items.Count; i++)
        {
            var (before, after) = (Key(items[i - 1]), Key(items[i]));
            if (string.CompareOrdinal(before, after) * (IsDescending ? -1 : 1) > 0) return $"[{i}]: '{after}' comes after '{before}'";
        }

        return null;
    }
}

/// <summary>Exactly these items, each once.</summary>
public sealed record ExpectedList(IReadOnlyList<JsonObject> Items, ListOrder? Order)
{
    public string? DifferenceTo(Answer answer) =>
        answer.PagingFault
        ?? Json.Difference(new JsonArray([.. Items.Select(item => item.DeepClone())]), new JsonArray([.. answer.Items.Select(item => item.DeepClone())]), "")
        ?? Order?.DifferenceTo(answer.Items);
}

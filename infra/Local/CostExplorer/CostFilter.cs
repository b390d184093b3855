using System.Text.Json.Nodes;

namespace Shares.Local.CostExplorer;

/// <summary>Which lines of the bill are asked for.</summary>
public sealed class CostFilter
{
    private readonly Func<BillLine, bool> _matches;

    private CostFilter(Func<BillLine, bool> matches) => _matches = matches;

    public bool Matches(BillLine line) => _matches(line);

    /// <param name="expression">Null: all lines.</param>
    /// <exception cref="FormatException">It is none that the local cloud knows.</exception>
    public static CostFilter Read(JsonNode? expression)
    {
        if (expression is null) return new(_ => true);
        if (expression is not JsonObject { Count: 1 } one) throw new FormatException("Expression should have one root.");
        var (name, value) = one.Single();
        switch (name)
        {
            case "And" or "Or" when value is JsonArray { Count: > 1 } list:
                var parts = list.Select(Read).ToList();
                return name == "And" ? new(line => parts.TrueForAll(part => part.Matches(line))) : new(line => parts.Exists(part => part.Matches(line)));
            case "Not":
                var not = Read(value ?? throw new FormatException("Not has no expression."));
                return new(line => !not.Matches(line));
            case "Dimensions":
                var key = Known((string?)value?["Key"]);
                var values = (value!["Values"] as JsonArray ?? []).Select(text => (string)text!).ToHashSet(StringComparer.Ordinal);
                if (values.Count == 0 || value["MatchOptions"] is not null) throw new FormatException("The local cloud compares dimensions with values only.");
                return new(line => values.Contains(line[key]!));
            default:
                throw new FormatException($"The local cloud has no filter {name} of this form.");
        }
    }

    /// <exception cref="FormatException">There is no such dimension here.</exception>
    public static string Known(string? dimension) =>
        dimension is not null && new BillLine(default, "", 0, "", 0)[dimension] is not null ? dimension : throw new FormatException($"The local cloud has no dimension {dimension}.");
}

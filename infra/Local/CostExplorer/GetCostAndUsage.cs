using System.Globalization;
using System.Text.Json.Nodes;

namespace Shares.Local.CostExplorer;

/// <summary>Answers from the <see cref="Bill"/>, in pages of whole days or months.</summary>
public sealed class GetCostAndUsage(Bill bill)
{
    /// <summary>A page ends after the period with which it has this many groups.</summary>
    public const int GroupsOfPage = 100;

    public JsonObject Run(CostQuestion question)
    {
        var results = new JsonArray();
        var groups = 0;
        string? next = null;
        foreach (var (start, end) in Periods(question).Skip(question.Skip))
        {
            if (groups >= GroupsOfPage)
            {
                next = CostQuestion.TokenAfter(question.Skip + results.Count);
                break;
            }

            var result = ResultOf(question, start, end);
            groups += result["Groups"]!.AsArray().Count;
            results.Add((JsonNode)result);
        }

        var answer = new JsonObject
        {
            ["GroupDefinitions"] = new JsonArray([.. question.GroupBy.Select(key => new JsonObject { ["Key"] = key, ["Type"] = "DIMENSION" })]),
            ["ResultsByTime"] = results,
            ["DimensionValueAttributes"] = new JsonArray(),
        };
        if (next is not null) answer["NextPageToken"] = next;
        return answer;
    }

    private static IEnumerable<(DateOnly Start, DateOnly End)> Periods(CostQuestion question)
    {
        for (var start = question.Start; start < question.End;)
        {
            var next = question.IsMonthly ? new DateOnly(start.Year, start.Month, 1).AddMonths(1) : start.AddDays(1);
            var end = next < question.End ? next : question.End;
            yield return (start, end);
            start = end;
        }
    }

    private JsonObject ResultOf(CostQuestion question, DateOnly start, DateOnly end)
    {
        var lines = bill.Lines(start, end).Where(question.Filter.Matches).ToList();
        var groups = question.GroupBy.Count == 0 ? [] : lines
            .GroupBy(line => string.Join('\n', question.GroupBy.Select(key => line[key])))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (JsonNode)new JsonObject
            {
                ["Keys"] = new JsonArray([.. group.Key.Split('\n').Select(key => JsonValue.Create(key))]),
                ["Metrics"] = MetricsOf(question, [.. group]),
            });
        return new JsonObject
        {
            ["TimePeriod"] = new JsonObject { ["Start"] = Text(start), ["End"] = Text(end) },
            ["Total"] = question.GroupBy.Count == 0 ? MetricsOf(question, lines) : new JsonObject(),
            ["Groups"] = new JsonArray([.. groups]),
            ["Estimated"] = bill.IsEstimated(end.AddDays(-1)),
        };
    }

    private static JsonObject MetricsOf(CostQuestion question, List<BillLine> lines)
    {
        var units = lines.Select(line => line.Unit).Distinct().ToList();
        return new(question.Metrics.Select(metric => KeyValuePair.Create<string, JsonNode?>(metric, metric == "UsageQuantity"
            ? Metric(lines.Sum(line => line.Quantity), units is [var only] ? only : "N/A")
            : Metric(lines.Sum(line => line.Cost), "USD"))));
    }

    /// <summary>AWS gives ten decimals.</summary>
    private static JsonObject Metric(decimal amount, string unit) => new()
    {
        ["Amount"] = Math.Round(amount, 10).ToString("0.##########", CultureInfo.InvariantCulture),
        ["Unit"] = unit,
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Shares.Local.CostExplorer;

/// <summary>A request of GetCostAndUsage.</summary>
/// <param name="End">Not included.</param>
/// <param name="GroupBy">Dimensions, two at most.</param>
/// <param name="Skip">Periods that earlier pages had.</param>
public sealed record CostQuestion(
    DateOnly Start, DateOnly End, bool IsMonthly, IReadOnlyList<string> Metrics, IReadOnlyList<string> GroupBy, CostFilter Filter, int Skip)
{
    private static readonly HashSet<string> Known =
        ["AmortizedCost", "BlendedCost", "NetAmortizedCost", "NetUnblendedCost", "UnblendedCost", "UsageQuantity"];

    /// <exception cref="FormatException">What in it cannot be; the message is for the caller.</exception>
    public static CostQuestion Read(JsonNode body)
    {
        var metrics = Texts(body[nameof(Metrics)]);
        if (metrics.Count == 0 || metrics.FirstOrDefault(metric => !Known.Contains(metric)) is not null) throw new FormatException("Metrics are invalid.");
        var groups = (body[nameof(GroupBy)] as JsonArray ?? []).Select(Group).ToList();
        if (groups.Count > 2) throw new FormatException("GroupBy has more than two groups.");
        var (start, end) = (Day(body["TimePeriod"]?[nameof(Start)]), Day(body["TimePeriod"]?[nameof(End)]));
        if (start >= end) throw new FormatException("Start date (and hour) should be before end date (and hour)");
        return new(start, end, IsMonthlyIn(body["Granularity"]), metrics, groups, CostFilter.Read(body[nameof(Filter)]), SkipIn(body["NextPageToken"]));
    }

    public static string TokenAfter(int periods) => Convert.ToBase64String(Encoding.UTF8.GetBytes(periods.ToString(CultureInfo.InvariantCulture)));

    private static bool IsMonthlyIn(JsonNode? granularity) => (string?)granularity switch
    {
        "MONTHLY" => true,
        "DAILY" => false,
        _ => throw new FormatException("The local cloud has the granularities DAILY and MONTHLY."),
    };

    private static string Group(JsonNode? group) =>
        (string?)group?["Type"] == "DIMENSION" && (string?)group["Key"] is { } key ? CostFilter.Known(key) : throw new FormatException("GroupBy is invalid.");

    private static int SkipIn(JsonNode? token)
    {
        if ((string?)token is not { } text) return 0;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count)
            && int.TryParse(bytes.AsSpan(0, count), NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
                ? skip
                : throw new FormatException("Invalid NextPageToken.");
    }

    private static DateOnly Day(JsonNode? text) =>
        DateOnly.TryParseExact((string?)text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException("Time period is invalid.");

    private static List<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(text => (string)text!)];
}

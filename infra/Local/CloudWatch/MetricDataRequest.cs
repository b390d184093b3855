using System.Globalization;

namespace Shares.Local.CloudWatch;

/// <summary>One metric that is asked for.</summary>
/// <param name="Dimensions">Values by name.</param>
/// <param name="Period">Seconds, whole minutes.</param>
public sealed record MetricQuery(
    string Id, string Namespace, string MetricName, IReadOnlyDictionary<string, string> Dimensions, int Period, string Stat);

/// <param name="End">Not included.</param>
public sealed record MetricDataRequest(DateTimeOffset Start, DateTimeOffset End, bool IsAscending, IReadOnlyList<MetricQuery> Queries)
{
    private const int MostQueries = 500;

    /// <returns>Null when something in it is missing or cannot be.</returns>
    public static MetricDataRequest? Read(IReadOnlyDictionary<string, string> form)
    {
        if (Time(form, "StartTime") is not { } start || Time(form, "EndTime") is not { } end || start >= end) return null;
        var queries = new List<MetricQuery>();
        for (var n = 1; form.ContainsKey($"MetricDataQueries.member.{n}.Id"); n++)
        {
            if (ReadQuery(form, $"MetricDataQueries.member.{n}.") is not { } query) return null;
            queries.Add(query);
        }

        return queries.Count is 0 or > MostQueries ? null : new(start, end, form.GetValueOrDefault("ScanBy") == "TimestampAscending", queries);
    }

    private static MetricQuery? ReadQuery(IReadOnlyDictionary<string, string> form, string prefix)
    {
        var metric = $"{prefix}MetricStat.Metric.";
        var dimensions = new Dictionary<string, string>();
        for (var n = 1; form.TryGetValue($"{metric}Dimensions.member.{n}.Name", out var name); n++)
            dimensions[name] = form.GetValueOrDefault($"{metric}Dimensions.member.{n}.Value") ?? "";
        return int.TryParse(form.GetValueOrDefault($"{prefix}MetricStat.Period"), NumberStyles.None, CultureInfo.InvariantCulture, out var period)
            && period > 0 && period % 60 == 0
            && form.TryGetValue($"{metric}Namespace", out var space) && form.TryGetValue($"{metric}MetricName", out var of)
            && form.TryGetValue($"{prefix}MetricStat.Stat", out var stat)
                ? new(form[$"{prefix}Id"], space, of, dimensions, period, stat)
                : null;
    }

    private static DateTimeOffset? Time(IReadOnlyDictionary<string, string> form, string name) =>
        DateTimeOffset.TryParse(form.GetValueOrDefault(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}

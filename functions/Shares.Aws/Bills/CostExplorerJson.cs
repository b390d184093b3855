using System.Text.Json.Serialization;

namespace Shares.Aws.Bills;

/// <summary>GetCostAndUsage of Cost Explorer, as far as we use it (docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetCostAndUsage.html).</summary>
internal sealed record CostQuery(
    CostDates TimePeriod, string Granularity, CostFilter Filter, IReadOnlyList<string> Metrics, IReadOnlyList<CostGroupBy> GroupBy, string? NextPageToken);

/// <param name="Start">Included, <c>yyyy-MM-dd</c>.</param>
/// <param name="End">Excluded.</param>
internal sealed record CostDates(string Start, string End);

internal sealed record CostFilter(IReadOnlyList<CostFilter>? And = null, CostDimension? Dimensions = null);

internal sealed record CostDimension(string Key, IReadOnlyList<string> Values);

internal sealed record CostGroupBy(string Type, string Key);

internal sealed record CostAnswer(IReadOnlyList<CostOfTime>? ResultsByTime, string? NextPageToken);

internal sealed record CostOfTime(CostDates? TimePeriod, IReadOnlyList<CostGroup>? Groups, bool? Estimated);

internal sealed record CostGroup(IReadOnlyList<string>? Keys, IReadOnlyDictionary<string, CostMetric>? Metrics);

/// <param name="Amount">A number.</param>
internal sealed record CostMetric(string? Amount, string? Unit);

internal sealed record CostError(
    [property: JsonPropertyName("__type")] string? Type,
    [property: JsonPropertyName("message")] string? Message,
    [property: JsonPropertyName("Message")] string? LongMessage);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CostQuery))]
[JsonSerializable(typeof(CostAnswer))]
[JsonSerializable(typeof(CostError))]
internal sealed partial class CostExplorerJson : JsonSerializerContext;

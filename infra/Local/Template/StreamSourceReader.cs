using System.Text.Json.Nodes;

namespace Shares.Local.Template;

internal static class StreamSourceReader
{
    public static StreamSourceModel Read(Block mapping)
    {
        var responses = mapping.Texts("FunctionResponseTypes");
        if (responses is not ([] or ["ReportBatchItemFailures"]))
            throw mapping.Place.Error(mapping.Node, "the local cloud knows ReportBatchItemFailures only");

        var model = new StreamSourceModel(
            mapping.RequiredText("Stream"),
            mapping.RequiredText("StartingPosition"),
            mapping.Number("BatchSize") ?? 100,
            mapping.Number("ParallelizationFactor") ?? 1,
            mapping.Number("MaximumRetryAttempts") is { } attempts and >= 0 ? attempts : null,
            mapping.Flag("BisectBatchOnFunctionError"),
            responses.Count > 0,
            ReadFilters(mapping),
            ReadDestination(mapping));
        mapping.End();
        return model;
    }

    private static List<JsonNode> ReadFilters(Block mapping)
    {
        var criteria = mapping.Child("FilterCriteria");
        var filters = new List<JsonNode>();
        foreach (var filter in criteria?.Blocks("Filters") ?? [])
        {
            filters.Add(JsonNode.Parse(filter.RequiredText("Pattern"))!);
            filter.End();
        }

        criteria?.End();
        return filters;
    }

    private static string? ReadDestination(Block mapping)
    {
        var configuration = mapping.Child("DestinationConfig");
        var failure = configuration?.RequiredChild("OnFailure");
        failure?.PassOver("Type");
        var destination = failure?.RequiredText("Destination");
        failure?.End();
        configuration?.End();
        return destination;
    }
}

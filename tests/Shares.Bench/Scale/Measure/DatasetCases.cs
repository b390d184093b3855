namespace Shares.Bench.Scale.Measure;

internal static class DatasetCases
{
    private static readonly string Half = $"shares/{ScaleIds.Share(WorldShares.Half)}/datasets";
    private static readonly string Meeting = $"shares/{ScaleIds.Share(WorldShares.Meeting)}/datasets";

    public static async Task<IEnumerable<UseCase>> OfAsync(FunctionsUnderMeter api)
    {
        var (own, ofShare) = (await LaterAsync(api, "datasets"), await LaterAsync(api, Half));
        return
        [
            new("100 own datasets", UseCases.Gate + 13, 0, _ => Requests.Publisher("datasets", "limit=100")),
            new("100 own datasets, a later page", UseCases.Gate + 13, 0, _ => Requests.Publisher("datasets", own)),
            new("100 of a share with one condition, half of all datasets", 20, 0, _ => Requests.Publisher(Half, "limit=100")),
            new("100 of it, a later page", 20, 0, _ => Requests.Publisher(Half, ofShare)),
            new("100 of a share where half of all meet a creator of 100", 20, 0, _ => Requests.Publisher(Meeting, "limit=100")),
            new("facets: the values of all datasets", UseCases.Gate + 15, 0, _ => Requests.Publisher("facets")),
            new(
                "100 datasets of a project subscribed to k = 11 shares", UseCases.Gate + 5 + (WorldShares.Subscribed + 1) * 20, 0,
                _ => Requests.Lab("datasets", "limit=100")),
        ];
    }

    /// <summary>The query of the page that begins after the first three thousand.</summary>
    private static async Task<string> LaterAsync(FunctionsUnderMeter api, string path)
    {
        var query = "limit=1000";
        for (var page = 0; page < 3; page++)
        {
            var answer = await api.SendAsync(Requests.Publisher(path, query));
            query = $"limit=1000&nextToken={answer.Json.GetProperty("nextToken").GetString()}";
        }

        return query.Replace("limit=1000", "limit=100", StringComparison.Ordinal);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Shares.Core.Egress.Grouping;
using Shares.Core.Egress.Reports;

namespace Shares.Api.ListEgress;

/// <summary>The same groups as a file for spreadsheets: comma-separated values in UTF-8, a row for each.</summary>
internal static class EgressTable
{
    public const string ContentType = "text/csv";

    /// <summary>Whether the caller rather has a file than JSON; of what they want equally, what they name first.</summary>
    public static bool IsWanted(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)) return false;
        var first = accepted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1).FirstOrDefault();
        return first?.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase) == true;
    }

    public static IResult Of(EgressAnswer answer, IReadOnlyList<EgressDimension> by) => TypedResults.Stream(
        stream => WriteAsync(new CsvWriter(stream), answer, by), $"{ContentType}; charset=utf-8", $"egress-{answer.From}-{answer.To}.csv");

    private static async Task WriteAsync(CsvWriter csv, EgressAnswer answer, IReadOnlyList<EgressDimension> by)
    {
        csv.ByteOrderMark();
        foreach (var column in by.SelectMany(Columns)) csv.Text(column);
        csv.Text("Bytes").Text("Requests").Text("Refused requests").Text($"Cost ({answer.Currency})").Text("Status");
        await csv.EndRowAsync(default);
        foreach (var group in answer.Groups)
        {
            foreach (var cell in by.SelectMany(dimension => Cells(dimension, group))) csv.Text(cell);
            csv.Number(group.Bytes).Number(group.Requests).Number(group.RefusedRequests).Number(group.Cost).Text(group.Status);
            await csv.EndRowAsync(default);
        }

        await csv.FlushAsync(default);
    }

    private static string[] Columns(EgressDimension dimension) => dimension switch
    {
        EgressDimension.Share => ["Share", "Share id"],
        EgressDimension.Subscriber => ["Subscribing project", "Subscribing project id"],
        EgressDimension.Dataset => ["Dataset", "Dataset id"],
        _ => [dimension.ToString()],
    };

    private static string?[] Cells(EgressDimension dimension, EgressGroupAnswer group) => dimension switch
    {
        EgressDimension.Day => [group.Day],
        EgressDimension.Month => [group.Month],
        EgressDimension.Share => [group.Share?.Name, group.Share?.Id],
        EgressDimension.Subscriber => [group.Subscriber?.Name, group.Subscriber?.Id],
        EgressDimension.Dataset => [group.Dataset?.Name, group.Dataset?.Id],
        EgressDimension.User => [group.User],
        EgressDimension.Zone => [group.Zone],
        _ => [group.Route],
    };

    /// <summary>In the order of what was asked by first: days as they pass, the rest by name.</summary>
    public static IEnumerable<EgressGroupAnswer> Sorted(IEnumerable<EgressGroupAnswer> groups, IReadOnlyList<EgressDimension> by)
    {
        var sorted = groups.OrderBy(_ => 0);
        foreach (var (dimension, place) in by.SelectMany(each => Columns(each).Select((_, place) => (each, place))))
            sorted = sorted.ThenBy(group => Cells(dimension, group)[place], StringComparer.OrdinalIgnoreCase);
        return sorted;
    }
}

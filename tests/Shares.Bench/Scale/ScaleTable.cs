using System.Globalization;
using Shares.Bench.Scale.Measure;
using Shares.Bench.Tables;
using Spectre.Console;

namespace Shares.Bench.Scale;

/// <summary>Use cases down, sizes side by side in each cell.</summary>
internal static class ScaleTable
{
    /// <param name="sizes">The same use cases at each size, ascending.</param>
    public static void Print(IReadOnlyList<(ScaleShape Shape, IReadOnlyList<Cost> Costs)> sizes)
    {
        Console.WriteLine($"Cells at {string.Join(", ", sizes.Select(s => $"{s.Shape.Percent} %"))}; an exclamation mark is over budget.");
        var table = Report.NewTable(
            "use case", "round trips", "read units", "write units", "KB from the store", "median, ms", "95 of 100, ms", "budget: reads, writes", "units, last to first size");
        for (var row = 0; row < sizes[0].Costs.Count; row++)
        {
            var costs = sizes.Select(size => size.Costs[row]).ToList();
            table.AddRow(
                costs[0].UseCase.Name,
                Cell(costs, c => Number(c.RoundTrips)),
                Cell(costs, c => Number(c.Reads) + (c.Reads > c.UseCase.Reads ? "!" : "")),
                Cell(costs, c => Number(c.Writes) + (c.Writes > c.UseCase.Writes ? "!" : "")),
                Cell(costs, c => Number(Math.Round(c.Bytes / 1024m, 1))),
                Cell(costs, c => Number(Math.Round((decimal)c.Median, 1))),
                Cell(costs, c => Number(Math.Round((decimal)c.P95, 1))),
                Cell(costs, c => $"{Number(c.UseCase.Reads)}, {Number(c.UseCase.Writes)}"),
                Growth(costs));
        }

        Report.Print(table);
    }

    /// <summary>Once where all sizes have the same.</summary>
    private static string Cell(IEnumerable<Cost> costs, Func<Cost, string> text)
    {
        var texts = costs.Select(text).ToList();
        return texts.Distinct().Count() == 1 ? texts[0] : string.Join(" / ", texts);
    }

    private static string Growth(List<Cost> costs)
    {
        var (first, last) = (costs[0].Reads + costs[0].Writes, costs[^1].Reads + costs[^1].Writes);
        return first == 0 ? "" : Number(Math.Round(last / first, 2));
    }

    private static string Number(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);
}

using Shares.Bench.Scale.Measure;

namespace Shares.Bench.Scale;

/// <summary>What each use case costs the store at 1 %, 10 % and 100 % of a large deployment.</summary>
internal static class ScaleBench
{
    private static readonly int[] Sizes = [1, 10, 100];

    /// <returns>1 when a use case costs more units than its budget, at any size.</returns>
    public static async Task<int> RunAsync(IReadOnlyCollection<string> wanted)
    {
        var shapes = Sizes.Where(size => wanted.Count == 0 || wanted.Contains($"{size}")).Select(size => new ScaleShape(size)).ToList();
        var measured = new List<(ScaleShape, IReadOnlyList<Cost>)>();
        foreach (var shape in shapes)
        {
            await using var store = await ScaleStore.OpenAsync(shape);
            measured.Add((shape, await Measuring.CostsAsync(store, shape)));
        }

        ScaleTable.Print(measured);
        var over = measured.SelectMany(size => size.Item2).Count(cost => !cost.IsWithinBudget);
        Console.WriteLine(over == 0 ? "Every use case is within its budget." : $"{over} over budget.");
        return over == 0 ? 0 : 1;
    }
}

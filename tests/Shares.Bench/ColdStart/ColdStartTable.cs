using Shares.Testing.DynamoDb;
using Spectre.Console;

namespace Shares.Bench.ColdStart;

/// <summary>Api as it is deployed, next to the same program with the JIT and to the budget.</summary>
internal static class ColdStartTable
{
    public static async Task PrintAsync()
    {
        var root = RepositoryRoot();
        await using var table = await TestTable.CreateAsync();
        var aot = await Measurement.OfAsync(FunctionBuild.NativeAot(root), table);
        var jit = await Measurement.OfAsync(FunctionBuild.Jit(root), table);

        // Plain lines of any width, to be pasted into a document.
        AnsiConsole.Profile.Width = 200;
        AnsiConsole.Profile.Capabilities.Ansi = false;
        var rows = new Table().AddColumns("what", "Native AOT", "JIT", "AOT / JIT", "budget").MarkdownBorder();
        Add(rows, "cold start to first response, median, ms", aot.ColdStart, jit.ColdStart, "150, and a quarter of the JIT");
        Add(rows, "resident memory after 1,000 requests, MB", aot.Memory, jit.Memory, "64");
        Add(rows, "CPU of a warm request beside the store, ms", aot.Cpu, jit.Cpu, "0.3");
        Add(rows, "CPU of a warm request with one query of the store, ms", aot.CpuWithStore, jit.CpuWithStore, "");
        Add(rows, "zip, MB (JIT: without the runtime)", aot.Zip, jit.Zip, "12");
        AnsiConsole.Write(rows);
    }

    private static void Add(Table table, string what, double aot, double jit, string budget) =>
        table.AddRow(what, Figure(aot), Figure(jit), Figure(aot / jit), budget);

    private static string Figure(double value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Shares.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}

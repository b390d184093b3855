using Shares.Bench.Tables;
using Shares.Testing.DynamoDb;
using Spectre.Console;

namespace Shares.Bench.ColdStart;

/// <summary>Api as it is deployed, next to the same program with the JIT and to the budget.</summary>
internal static class ColdStartTable
{
    public static async Task PrintAsync()
    {
        await using var table = await TestTable.CreateAsync();
        var aot = await Measurement.OfAsync(FunctionBuild.NativeAot(Repository.Root), table);
        var jit = await Measurement.OfAsync(FunctionBuild.Jit(Repository.Root), table);

        var rows = Report.NewTable("what", "Native AOT", "JIT", "AOT / JIT", "budget");
        Add(rows, "cold start to first response, median, ms", aot.ColdStart, jit.ColdStart, "150, and a quarter of the JIT");
        Add(rows, "resident memory after 1,000 requests, MB", aot.Memory, jit.Memory, "64");
        Add(rows, "CPU of a warm request beside the store, ms", aot.Cpu, jit.Cpu, "0.3");
        Add(rows, "CPU of a warm request with one query of the store, ms", aot.CpuWithStore, jit.CpuWithStore, "");
        Add(rows, "zip, MB (JIT: without the runtime)", aot.Zip, jit.Zip, "12");
        Report.Print(rows);
    }

    private static void Add(Table table, string what, double aot, double jit, string budget) =>
        table.AddRow(what, Figure.Of(aot), Figure.Of(jit), Figure.Of(aot / jit), budget);
}

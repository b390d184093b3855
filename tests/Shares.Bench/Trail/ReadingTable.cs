using System.Diagnostics;
using Shares.Bench.Tables;
using Spectre.Console;

namespace Shares.Bench.Trail;

/// <summary>How fast a delivery of 10,000 records is read, attributed and grouped, beside the store.</summary>
internal static class ReadingTable
{
    private const int Records = 10_000;
    private const int Passes = 40;
    private const double Budget = 200_000;

    public static async Task PrintAsync()
    {
        var work = TrailBatch.Of(Records);
        Console.WriteLine($"{Records:#,##0} records: {work.PackedBytes / 1024:#,##0} KB packed, {work.UnpackedBytes / 1024:#,##0} KB unpacked.");
        var ours = TrailReaders.Ours();
        var expected = ours(work);
        var table = Report.NewTable("reader", "CPU a record, µs", "records a second and core", "times ours", "allocated a record, bytes", "budget, a second");
        var one = Measure(work, ours);
        Add(table, "Shares.Egress", one, one, Allocated(work, ours), Figure.Whole(Budget));
        Add(table, "of that, unpacking (gzip)", Measure(work, TrailReaders.Unpack), one, Allocated(work, TrailReaders.Unpack), "");
        Same(expected, TrailReaders.Plain(work));
        Add(table, "JsonDocument, strings, dictionaries", Measure(work, TrailReaders.Plain), one, Allocated(work, TrailReaders.Plain), "");
        var (python, missing) = await PythonReader.RunAsync(work);
        if (python is not null)
        {
            Same(expected, python.Totals);
            Add(table, $"Python {python.Version}, gzip and json", python.Seconds.Min() / Records, one, "", "");
        }

        Report.Print(table);
        if (missing is not null) Console.WriteLine($"Python was not measured: {missing}");
    }

    private static double Measure(TrailBatch work, Func<TrailBatch, TrailTotals> read)
    {
        // Until the JIT has compiled what is hot for good.
        var warm = Stopwatch.StartNew();
        while (warm.Elapsed < TimeSpan.FromSeconds(4)) read(work);
        var seconds = new double[Passes];
        for (var n = 0; n < Passes; n++)
        {
            var before = Environment.CpuUsage.TotalTime;
            read(work);
            seconds[n] = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }

        // Whoever else is at the core's caches only ever makes a pass longer.
        return seconds.Min() / Records;
    }

    private static string Allocated(TrailBatch work, Func<TrailBatch, TrailTotals> read)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        read(work);
        return Figure.Whole((GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Records);
    }

    private static void Same(TrailTotals expected, TrailTotals other)
    {
        if (expected != other) throw new InvalidDataException($"Readers differ: {expected} and {other}.");
    }

    private static void Add(Table table, string reader, double seconds, double ours, string allocated, string budget) =>
        table.AddRow(reader, Figure.Of(seconds * 1e6), Figure.Whole(1 / seconds), Figure.Of(seconds / ours), allocated, budget);
}

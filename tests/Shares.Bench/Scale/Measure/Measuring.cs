using System.Diagnostics;
using Shares.Bench.Scale.Build;
using Shares.Bench.Tables;
using Shares.Testing.DynamoDb;
using Shares.Testing.RuntimeApi;

namespace Shares.Bench.Scale.Measure;

/// <summary>Measures use cases on a store: units through a metered client, latency through one that nothing slows down.</summary>
internal static class Measuring
{
    private const int Metered = 3;

    public static async Task<IReadOnlyList<Cost>> CostsAsync(ScaleStore store, ScaleShape shape)
    {
        using var meter = new MeteredDynamoDb(store.Endpoint, TimeSpan.FromMinutes(2));
        using var plain = ScaleStore.PatientClient(store.Endpoint);
        await using var metered = await FunctionsUnderMeter.StartAsync(meter.Client);
        await using var timed = await FunctionsUnderMeter.StartAsync(plain);
        var useCases = await UseCases.AllAsync(timed, shape);
        var progress = new Progress($"use cases at {shape.Percent} %", useCases.Count);
        var costs = new List<Cost>();
        foreach (var useCase in useCases)
        {
            var most = new Cost(useCase, 0, 0, 0, 0, 0, 0);
            if (useCase.IsRepeated) await Task.WhenAll(metered.SendAsync(useCase.Ask(0)), timed.SendAsync(useCase.Ask(0)));
            for (var run = 0; run < Metered; run++)
            {
                meter.Reset();
                var answer = await metered.SendAsync(useCase.Ask(run));
                most = Max(most, meter);
                await UndoAsync(useCase, answer, timed);
            }

            var milliseconds = await TimesAsync(useCase, timed);
            costs.Add(most with { Median = Figure.Median(milliseconds), P95 = Figure.Percentile(milliseconds, 95) });
            progress.Add(1);
        }

        return costs;
    }

    private static Cost Max(Cost most, MeteredDynamoDb meter) => most with
    {
        RoundTrips = Math.Max(most.RoundTrips, meter.RoundTrips),
        Reads = Math.Max(most.Reads, meter.ReadUnits),
        Writes = Math.Max(most.Writes, meter.WriteUnits),
        Bytes = Math.Max(most.Bytes, meter.BytesReturned),
    };

    private static async Task<List<double>> TimesAsync(UseCase useCase, FunctionsUnderMeter api)
    {
        var times = new List<double>();
        for (var run = 0; run < useCase.Times; run++)
        {
            var request = useCase.Ask(Metered + run);
            var clock = Stopwatch.StartNew();
            var answer = await api.SendAsync(request);
            times.Add(clock.Elapsed.TotalMilliseconds);
            await UndoAsync(useCase, answer, api);
        }

        return times;
    }

    private static async Task UndoAsync(UseCase useCase, HttpApiAnswer answer, FunctionsUnderMeter api)
    {
        if (useCase.Undo is { } undo) await api.SendAsync(undo(answer));
    }
}

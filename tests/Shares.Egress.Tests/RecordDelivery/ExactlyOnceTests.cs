using System.Diagnostics;
using CsCheck;
using Shares.Core.Egress;
using Shares.Core.Egress.Ledger;
using Shares.Egress.Tests.World;
using Shares.Testing.DynamoDb;
using Shares.Testing.Trail;

namespace Shares.Egress.Tests.RecordDelivery;

/// <summary>
/// The function on the real store: deliveries beside each other, some of them twice at the same time, processes that die after any call of the
/// store, one that took effect included, and are started anew. Thousands of streams more run on a model, in the tests of Shares.Core.
/// </summary>
public sealed class ExactlyOnceTests(Ledgers ledgers)
{
    /// <summary>Streams are tried until then, and this many at least.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(45);
    private const int Least = 20;

    [Fact]
    public async Task Totals_are_those_of_the_distinct_requests_whatever_is_repeated_reordered_corrected_or_dies()
    {
        var (start, streams) = (Stopwatch.GetTimestamp(), 0);
        await Gen.Int.SampleAsync(async seed =>
        {
            if (Stopwatch.GetElapsedTime(start) > Long && streams >= Least) return;
            streams++;
            var stream = new AnyStream(seed, Ledgers.NextDay());
            await DeliverAsync(stream, new Random(seed));
            AssertSame(stream.Expected, await ledgers.ReadAsync(DayOf(stream)));

            await using var again = new Function(ledgers, DayOf(stream));
            foreach (var batch in stream.Batches) await again.DeliverAsync(batch);
            Assert.Equal(0, again.Measured("EgressBytes").Sum());
            AssertSame(stream.Expected, await ledgers.ReadAsync(DayOf(stream)));
        }, iter: 1_000, threads: 1);
        TestContext.Current.SendDiagnosticMessage($"{streams} streams");
    }

    private static void AssertSame(IReadOnlyDictionary<LedgerRow, EgressAmount> expected, IReadOnlyDictionary<LedgerRow, EgressAmount> rows)
    {
        static IEnumerable<string> Lines(IEnumerable<KeyValuePair<LedgerRow, EgressAmount>> rows) => rows.Select(row => $"{row.Key} {row.Value}").Order(StringComparer.Ordinal);
        Assert.Equal(Lines(expected), Lines(rows));
    }

    private static DateOnly DayOf(AnyStream stream) => DateOnly.FromDateTime(stream.ReceivedAt.UtcDateTime);

    private Task DeliverAsync(AnyStream stream, Random random)
    {
        // Lambda may deliver the same batch twice at the same time.
        IEnumerable<IReadOnlyList<string>> twice = random.Next(3) == 0 ? [stream.Batches[0]] : [];
        return Task.WhenAll(stream.Batches.Concat(twice).Select(batch => UntilDoneAsync(stream, batch, random.Next(4) == 0 ? random.Next(8) : null)));
    }

    /// <param name="calls">Calls of the store after which the first process dies, and the next one after one more; null: none dies.</param>
    private async Task UntilDoneAsync(AnyStream stream, IReadOnlyList<string> batch, int? calls)
    {
        for (var deaths = 0; calls is not null && deaths < 2; deaths++)
        {
            using var crashing = new CrashingDynamoDb(ledgers.Store.Endpoint, calls.Value + deaths);
            await using var dying = new Function(ledgers, DayOf(stream), crashing.Client);
            var died = await Record.ExceptionAsync(() => dying.DeliverAsync(batch));
            if (died is null) return;
            Assert.True(crashing.HasCrashed, died.ToString());
        }

        await using var function = new Function(ledgers, DayOf(stream));
        await function.DeliverAsync(batch);
    }
}

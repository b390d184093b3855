using System.Collections.Concurrent;
using CsCheck;
using Shares.Core.Egress;
using Shares.Core.Egress.Ledger;
using Shares.Testing.Trail;

namespace Shares.Core.Tests.Egress.Ledger;

/// <summary>
/// Whatever way records come, and however often, each request counts once. Deliveries run beside each other, step by step in an order that a
/// seed decides; any of them may die after any step, a write that took effect included, and is then delivered again.
/// </summary>
public sealed class ExactlyOnceTests
{
    private enum Step
    {
        Plan,
        Write,
        Read,
    }

    private enum Mishap
    {
        /// <summary>Lambda may deliver the same batch twice at the same time.</summary>
        DeliveredTwiceAtOnce,
        DiedBeforeAWrite,
        DiedAfterAWriteThatTookEffect,
        DiedAfterReading,

        /// <summary>Somebody else has recorded some of it meanwhile.</summary>
        WriteRefused,
    }

    [Fact]
    public void Totals_are_those_of_the_distinct_requests_whatever_is_repeated_reordered_corrected_or_dies()
    {
        const int streams = 1_200;
        var seen = new ConcurrentDictionary<string, int>();
        Gen.Int.Sample(seed =>
        {
            var stream = new AnyStream(seed, new(2026, 11, 22));
            var (ledger, mishaps) = Run(stream, new Random(seed));
            AssertSame(stream.Expected, ledger.Rows);
            foreach (var hazard in stream.Hazards.Select(hazard => $"{hazard}").Concat(mishaps.Select(mishap => $"{mishap}"))) seen.AddOrUpdate(hazard, 1, (_, count) => count + 1);
        }, iter: streams);
        // Nothing is shown of what did not happen.
        Assert.All(Enum.GetNames<StreamHazard>().Concat(Enum.GetNames<Mishap>()), hazard => Assert.True(seen.GetValueOrDefault(hazard) > streams / 50, $"{hazard} only {seen.GetValueOrDefault(hazard)} times"));
    }

    [Fact]
    public void Delivering_everything_once_more_changes_nothing() =>
        Gen.Int.Sample(seed =>
        {
            var stream = new AnyStream(seed, new(2026, 11, 22));
            var (ledger, _) = Run(stream, new Random(seed));
            foreach (var batch in stream.Batches) Assert.True(new Delivery(ledger, stream.Read(batch), new Random(seed), []).RunToTheEnd().Recorded == 0);
            AssertSame(stream.Expected, ledger.Rows);
        }, iter: 200);

    private static void AssertSame(IReadOnlyDictionary<LedgerRow, EgressAmount> expected, IReadOnlyDictionary<LedgerRow, EgressAmount> rows)
    {
        static IEnumerable<string> Lines(IEnumerable<KeyValuePair<LedgerRow, EgressAmount>> rows) => rows.Select(row => $"{row.Key} {row.Value}").Order(StringComparer.Ordinal);
        Assert.Equal(Lines(expected), Lines(rows));
    }

    private static (ModelLedger Ledger, IReadOnlySet<Mishap> Mishaps) Run(AnyStream stream, Random random)
    {
        var (ledger, mishaps) = (new ModelLedger(), new HashSet<Mishap>());
        var running = stream.Batches.Select(batch => new Delivery(ledger, stream.Read(batch), random, mishaps)).ToList();
        if (random.Next(3) == 0)
        {
            mishaps.Add(Mishap.DeliveredTwiceAtOnce);
            running.Add(new Delivery(ledger, stream.Read(stream.Batches[0]), random, mishaps));
        }

        while (running.Count > 0)
        {
            var delivery = running[random.Next(running.Count)];
            if (!delivery.Go()) running.Remove(delivery);
            else if (random.Next(40) == 0) delivery.Die();
        }

        return (ledger, mishaps);
    }

    private sealed class Delivery(ModelLedger ledger, IReadOnlyList<LedgerGroup> groups, Random random, HashSet<Mishap> mishaps)
    {
        private Queue<LedgerWork> _left = new();
        private bool _hasBegun;
        private Step _step;
        private LedgerTransaction? _planned;

        public int Recorded { get; private set; }

        public Delivery RunToTheEnd()
        {
            while (Go()) continue;
            return this;
        }

        /// <summary>One step; false when nothing is left.</summary>
        public bool Go()
        {
            if (!_hasBegun) Begin();
            if (!_left.TryPeek(out var work)) return false;
            switch (_step)
            {
                case Step.Plan:
                    _planned = work.Next(random.Next(1, 100));
                    if (_planned is not null) _step = Step.Write;
                    else Recorded += _left.Dequeue().Recorded;
                    break;
                case Step.Write when ledger.TryWrite(_planned!):
                    work.Committed();
                    _step = Step.Plan;
                    break;
                case Step.Write:
                    mishaps.Add(Mishap.WriteRefused);
                    _step = Step.Read;
                    break;
                default:
                    work.Found(ledger.Find(_planned!.Markers.Select(marker => marker.Marker.Request)));
                    _step = Step.Plan;
                    break;
            }

            return true;
        }

        /// <summary>Sometimes a write takes effect whose answer nobody hears any more.</summary>
        public void Die()
        {
            if (_step == Step.Read) mishaps.Add(Mishap.DiedAfterReading);
            else if (_step == Step.Write) mishaps.Add(random.Next(2) == 0 && ledger.TryWrite(_planned!) ? Mishap.DiedAfterAWriteThatTookEffect : Mishap.DiedBeforeAWrite);
            _hasBegun = false;
        }

        private void Begin() => (_left, _hasBegun, _step) = (new(groups.Select(group => new LedgerWork(group))), true, Step.Plan);
    }
}

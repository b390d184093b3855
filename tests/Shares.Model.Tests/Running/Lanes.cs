using System.Threading.Channels;
using CsCheck;
using Shares.Access.Tests.Support;
using Shares.Model.Tests.Running;

[assembly: AssemblyFixture(typeof(SharedStorage))]

namespace Shares.Model.Tests.Running;

/// <summary>One local AWS for all tests.</summary>
public sealed class SharedStorage : IAsyncLifetime
{
    public LocalStorage Local { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Local = await LocalStorage.StartAsync();

    public ValueTask DisposeAsync() => Local.DisposeAsync();
}

/// <summary>Some lanes, in each of which one sequence runs at a time.</summary>
internal sealed class Lanes : IAsyncDisposable
{
    private readonly Channel<Lane> _free = Channel.CreateUnbounded<Lane>();
    private readonly int _count;
    private int _failures;

    private Lanes(int count) => _count = count;

    public Tally Tally { get; } = new();

    public static async Task<Lanes> StartAsync(SharedStorage storage, int count, int callers, DelegatingHandler? tampering = null)
    {
        var lanes = new Lanes(count);
        foreach (var lane in await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Lane.StartAsync(storage.Local, callers, tampering))))
            lanes._free.Writer.TryWrite(lane);
        return lanes;
    }

    /// <summary>As many sequences as said, in all lanes; fails with the shortest sequence that shows the first difference, and the seed.</summary>
    /// <param name="length">Seeds of a sequence.</param>
    public Task RunAsync(int sequences, int length, Func<SequenceRun, ulong[], Task<string?>> run, Action<string> write) => Gen.ULong.Array[length].SampleAsync(
        async seeds =>
        {
            // Others would only hide the first, which is made short, behind their own.
            if (Volatile.Read(ref _failures) > 0) return;
            var lane = await _free.Reader.ReadAsync();
            var sequence = new SequenceRun(lane, Tally);
            var difference = await run(sequence, seeds);
            if (difference is not null && Interlocked.Increment(ref _failures) == 1)
            {
                write($"{difference}\n(is being made shorter)");
                difference = await Shrinking.ShortestAsync(lane, [.. sequence.Steps]) ?? $"(once, and not again)\n{difference}";
            }

            _free.Writer.TryWrite(lane);
            if (difference is not null) Assert.Fail(difference);
        },
        writeLine: write,
        iter: sequences,
        threads: _count,
        print: seeds => $"{seeds.Length} seeds");

    /// <summary>Until a difference is found.</summary>
    /// <param name="seed">Of the first sequence; those of the others follow from it.</param>
    /// <returns>Its report; null when so many operations showed none.</returns>
    public async Task<string?> HuntAsync(ulong seed, int mostOperations, int length, Func<SequenceRun, ulong[], Task<string?>> run)
    {
        var lane = await _free.Reader.ReadAsync();
        while (Tally.Operations < mostOperations)
        {
            var seeds = Gen.ULong.Array[length].Generate(new PCG(1, seed++), null, out _);
            if (await run(new(lane, Tally), seeds) is { } difference) return difference;
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        _free.Writer.Complete();
        await foreach (var lane in _free.Reader.ReadAllAsync()) await lane.DisposeAsync();
    }
}

using System.Diagnostics;
using Shares.Bench.Tables;

namespace Shares.Bench.Scale.Build;

/// <summary>Says every few seconds how far the work is and how long the rest will take.</summary>
internal sealed class Progress(string what, int total)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private TimeSpan _said;
    private int _done;

    public void Add(int count)
    {
        lock (_gate)
        {
            _done += count;
            if (_done < total && _clock.Elapsed - _said < Interval) return;
            _said = _clock.Elapsed;
            var left = _clock.Elapsed * ((double)(total - _done) / _done);
            var rest = _done < total ? $"{left.TotalSeconds:0} s left" : $"{_clock.Elapsed.TotalSeconds:0} s";
            Console.Error.WriteLine($"  {what}: {Figure.Whole(_done)} of {Figure.Whole(total)}, {rest}");
        }
    }
}

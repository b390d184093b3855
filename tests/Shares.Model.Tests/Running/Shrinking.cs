using Shares.Model.Tests.Operations;

namespace Shares.Model.Tests.Running;

/// <summary>Makes a sequence that shows a difference shorter, by leaving out what is not needed for one.</summary>
internal static class Shrinking
{
    /// <summary>More than that is not worth waiting for.</summary>
    private const int MostOperations = 5_000;

    /// <summary>The report of the shortest sequence found; null when none shows a difference again.</summary>
    public static async Task<string?> ShortestAsync(Lane lane, IReadOnlyList<IReadOnlyList<Operation>> steps)
    {
        string? report = null;
        var tally = new Tally();
        for (var size = steps.Count / 2; size >= 1; size /= 2)
        {
            for (var start = 0; start < steps.Count && tally.Operations < MostOperations;)
            {
                IReadOnlyList<IReadOnlyList<Operation>> shorter = [.. steps.Take(start), .. steps.Skip(start + size)];
                if (await DifferenceAsync(lane, tally, shorter) is { } difference) (steps, report) = (shorter, difference);
                else start += size;
            }
        }

        return report;
    }

    private static async Task<string?> DifferenceAsync(Lane lane, Tally tally, IReadOnlyList<IReadOnlyList<Operation>> steps)
    {
        var run = new SequenceRun(lane, tally);
        foreach (var step in steps)
        {
            if (await run.DoAsync(step) is { } difference) return difference;
        }

        return null;
    }
}

using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Running;

namespace Shares.Model.Tests.Generating;

/// <summary>The opening and then an operation, or some at the same time, for each seed.</summary>
internal static class Sequence
{
    /// <summary>One caller at a time.</summary>
    /// <returns>Null, or the report of the first difference.</returns>
    public static Task<string?> DoAloneAsync(SequenceRun run, ulong[] seeds) => DoAsync(run, Alone(run, seeds));

    /// <summary>One caller, then several at the same time, then a look at what came of it.</summary>
    /// <returns>Null, or the report of the first difference.</returns>
    public static Task<string?> DoTogetherAsync(SequenceRun run, ulong[] seeds) => DoAsync(run, Together(run, seeds));

    private static async Task<string?> DoAsync(SequenceRun run, IEnumerable<IReadOnlyList<Operation>> steps)
    {
        // Each step is made when the one before is done: it depends on what there is then.
        foreach (var step in steps)
        {
            if (await run.DoAsync(step) is { } difference) return difference;
        }

        return null;
    }

    private static IEnumerable<IReadOnlyList<Operation>> Alone(SequenceRun run, ulong[] seeds)
    {
        foreach (var operation in Opening.Operations) yield return [operation];
        var place = Opening.Operations.Count;
        foreach (var seed in seeds) yield return [AnyOperation.One(run.State, place++, seed)];
    }

    private static IEnumerable<IReadOnlyList<Operation>> Together(SequenceRun run, ulong[] seeds)
    {
        foreach (var operation in Opening.Operations) yield return [operation];
        var place = Opening.Operations.Count;
        foreach (var seed in seeds)
        {
            yield return [AnyOperation.One(run.State, place++, seed)];
            var (operations, focus) = AnyOperation.Together(run.State, place, seed);
            place += operations.Count;
            yield return operations;
            foreach (var look in focus.Looks(run.State)) yield return [look];
        }
    }
}

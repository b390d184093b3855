using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Running;

/// <summary>Looks for orders in which the rules give the answers that were seen.</summary>
internal static class Explanation
{
    private const int BodyShown = 2000;

    /// <summary>What there may be afterwards, for each order that explains the answers; nothing when none does.</summary>
    public static IEnumerable<State> Of(State before, IReadOnlyList<(Operation Operation, Answer Answer)> together)
    {
        if (together.Count == 1) return Paths([before], together, others: null).Select(path => path[^1]);
        // A list takes several readings, during which others write, so it has no place in the order.
        var walks = together.Where(one => one.Operation.Call(before).Paging != Paging.None).ToList();
        return from path in Paths([before], [.. together.Except(walks)], new ProjectNames(before, together))
               where walks.TrueForAll(walk => ConcurrentWalk.DifferenceTo(path, walk.Operation, walk.Answer) is null)
               select path[^1];
    }

    /// <summary>Why there is none.</summary>
    public static string Difference(State before, IReadOnlyList<(Operation Operation, Answer Answer)> together)
    {
        string About(Operation operation, Answer answer) =>
            $"#{operation.Place}: {operation.Apply(before, answer).DifferenceTo(answer) ?? "is possible as the first"}; the answer was {answer.ToString(BodyShown)}";

        var differences = together.Select(one => About(one.Operation, one.Answer));
        return before.WithRefsForIds(together.Count == 1 ? differences.Single() : $"No order explains what came of these:\n{string.Join('\n', differences)}");
    }

    /// <summary>What there was before, between and after the operations, for each order that explains their answers.</summary>
    private static IEnumerable<IReadOnlyList<State>> Paths(
        IReadOnlyList<State> path, IReadOnlyList<(Operation Operation, Answer Answer)> rest, ProjectNames? others)
    {
        if (rest.Count == 0) return [path];
        return from next in rest
               let state = Next(path[^1], next.Operation, next.Answer, others)
               where state is not null
               from longer in Paths([.. path, state], [.. rest.Where(other => other != next)], others)
               select longer;
    }

    /// <summary>Null when the rules give another answer. Who loses a race against others has changed nothing.</summary>
    private static State? Next(State before, Operation operation, Answer answer, ProjectNames? others)
    {
        if (others is not null && answer.IsConflict) return before;
        var outcome = operation.Apply(before, answer);
        return outcome.DifferenceTo(others?.AsIn(before, answer) ?? answer) is null ? outcome.Next : null;
    }
}

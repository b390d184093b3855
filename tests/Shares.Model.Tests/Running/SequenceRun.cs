using System.Text.Json;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Running;

/// <summary>
/// One run of a sequence in a lane: each operation is done and compared with what the rules say. Operations done together are explained when
/// the rules give all the answers in some order; where several orders do, all that they lead to is gone on with, until an answer tells.
/// </summary>
internal sealed class SequenceRun(Lane lane, Tally tally)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>With one operation, however busy the machine is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<Done> _done = [];
    private IReadOnlyList<State> _possible = [lane.NewState()];

    /// <summary>What there is, or may be.</summary>
    public State State => _possible[0];

    /// <summary>The operations so far; those of one list were done together.</summary>
    public IEnumerable<IReadOnlyList<Operation>> Steps => _done.Select(done => done.Operations);

    /// <summary>Null when the answers are as the rules say, else a report of the whole run.</summary>
    public async Task<string?> DoAsync(params IReadOnlyList<Operation> together)
    {
        var before = State;
        lane.Time.Now = before.Now;
        var done = new Done(before, together, await Task.WhenAll(together.Select((operation, caller) => AnswerAsync(operation, caller))));
        _done.Add(done);
        tally.Add(done);

        _possible = Distinct([.. _possible.SelectMany(state => Explanation.Of(state, done.Pairs))]);
        if (_possible.Count == 0) return $"{Explanation.Difference(before, done.Pairs)}\nafter\n{string.Join('\n', _done)}";
        if (together is not [WaitForEnd]) _possible = [.. _possible.Select(state => state with { Now = state.Now + Step })];
        return null;
    }

    /// <summary>No answer at all is one that no rule gives.</summary>
    private async Task<Answer> AnswerAsync(Operation operation, int caller)
    {
        try
        {
            return await Client.SendAsync(lane, operation, State, caller).WaitAsync(Patience, TimeProvider.System);
        }
        catch (Exception exception)
        {
            return new(0) { Code = exception.ToString() };
        }
    }

    private static IReadOnlyList<State> Distinct(IReadOnlyList<State> states) =>
        states.Count < 2 ? states : [.. states.DistinctBy(state => JsonSerializer.Serialize(state))];
}

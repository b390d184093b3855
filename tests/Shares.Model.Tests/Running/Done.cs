using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Running;

/// <summary>What was done together, and what came of it.</summary>
internal sealed record Done(State Before, IReadOnlyList<Operation> Operations, IReadOnlyList<Answer> Answers)
{
    private const int BodyShown = 80;

    public IReadOnlyList<(Operation Operation, Answer Answer)> Pairs => [.. Operations.Zip(Answers)];

    /// <summary>A line for each operation, with places in the sequence for ids.</summary>
    public override string ToString() => string.Join('\n', Pairs.Select(Line));

    private string Line((Operation Operation, Answer Answer) one)
    {
        var together = Operations.Count > 1 ? " together" : "";
        var call = one.Operation.Call(Before).ToString();
        var line = one.Operation is Happening ? call : $"{one.Operation.By}: {call}  ->  {one.Answer.ToString(BodyShown)}";
        return $"  #{one.Operation.Place} [{Before.Now:HH:mm:ss}]{together} {Before.WithRefsForIds(line)}";
    }
}

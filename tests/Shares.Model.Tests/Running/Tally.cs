using System.Collections.Concurrent;
using Shares.Model.Tests.Operations;

namespace Shares.Model.Tests.Running;

/// <summary>Counts what was done, by kind of operation and answer.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<(string Kind, string Answer), int> _counts = [];

    public int Operations => _counts.Values.Sum();

    public void Add(Done done)
    {
        foreach (var (operation, answer) in done.Pairs.Where(one => one.Operation is not Happening))
            _counts.AddOrUpdate((operation.GetType().Name, $"{answer.Status} {answer.Code}".Trim()), 1, (_, count) => count + 1);
    }

    public IEnumerable<string> KindsThatSucceeded => _counts.Keys.Where(key => key.Answer.StartsWith('2')).Select(key => key.Kind).Distinct();

    public IEnumerable<string> Answers => _counts.Keys.Select(key => key.Answer).Distinct();

    /// <summary>A line for each kind of operation.</summary>
    public override string ToString() => string.Join('\n', _counts
        .GroupBy(count => count.Key.Kind)
        .OrderBy(kind => kind.Key, StringComparer.Ordinal)
        .Select(kind => $"{kind.Key,-20}{kind.Sum(count => count.Value),7}  {string.Join(", ", AnswersOf(kind))}"));

    private static IEnumerable<string> AnswersOf(IEnumerable<KeyValuePair<(string Kind, string Answer), int>> counts) =>
        counts.OrderByDescending(count => count.Value).Select(count => $"{count.Key.Answer}: {count.Value}");
}

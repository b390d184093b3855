using System.Text.Json.Nodes;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Running;

/// <summary>
/// A list whose pages were followed while others changed it: nothing twice, nothing missing that was there throughout, nothing that never was
/// there. What changed in the value that the list is sorted by counts as gone from its old place, and as new at the other.
/// </summary>
internal static class ConcurrentWalk
{
    /// <param name="path">What there was before, between and after the changes.</param>
    public static string? DifferenceTo(IReadOnlyList<State> path, Operation walk, Answer answer)
    {
        var possible = path.Select(state => walk.Apply(state, answer).Allowed).ToList();
        if (answer.Status != 200)
        {
            var isPossible = possible.Exists(allowed => allowed.Any(expected => expected.DifferenceTo(answer) is null));
            return isPossible ? null : $"not refused with {answer.Status} {answer.Code}";
        }

        var lists = possible.SelectMany(allowed => allowed).Select(expected => expected.List).OfType<ExpectedList>().ToList();
        if (lists.Count == 0) return "refused throughout";
        var entries = lists.ConvertAll(list => list.Items.Select(item => Entry(item, list.Order)).ToHashSet());
        var places = entries.SelectMany(list => list).Distinct().GroupBy(entry => entry.Key);
        var moving = places.Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        var seen = answer.Items.Select(Json.KeyOf).OfType<string>().ToList();
        return answer.PagingFault
            ?? First("is there twice", seen.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key).Except(moving))
            ?? First("is missing", entries.Aggregate((all, list) => [.. all.Intersect(list)]).Select(entry => entry.Key).Except(seen))
            ?? First("should not be there", seen.Except(entries.SelectMany(list => list).Select(entry => entry.Key)));
    }

    private static (string Key, string At) Entry(JsonObject item, ListOrder? order) => (Json.KeyOf(item)!, order?.Key(item) ?? "");

    private static string? First(string fault, IEnumerable<string> keys) => keys.FirstOrDefault() is { } key ? $"{key} {fault}" : null;
}

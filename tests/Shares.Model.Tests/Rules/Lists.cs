namespace Shares.Model.Tests.Rules;

/// <summary>Compares what has no ids, in any order.</summary>
public static class Lists
{
    /// <summary>Null when both hold the same, each as often.</summary>
    public static string? Difference(IEnumerable<string> expected, IEnumerable<string> found)
    {
        List<string> wanted = [.. expected], there = [.. found];
        var (missing, tooMany) = (Less(wanted, there), Less(there, wanted));
        return missing.Count + tooMany.Count == 0 ? null : $"missing: [{string.Join("; ", missing)}], should not be there: [{string.Join("; ", tooMany)}]";
    }

    /// <summary>What is there and not in the others, as often as it is there more often.</summary>
    private static List<string> Less(List<string> texts, List<string> others)
    {
        List<string> rest = [.. texts];
        foreach (var other in others) rest.Remove(other);
        return rest;
    }
}

namespace Shares.SystemTests.AttackMatrix;

/// <summary>What is to be served, with one thing about it changed.</summary>
internal static class Neighbours
{
    public static readonly IReadOnlyList<TimeSpan> SessionAges = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61), TimeSpan.FromDays(1)];
    public static readonly IReadOnlyList<TimeSpan> HeaderAges = [TimeSpan.Zero, TimeSpan.FromMinutes(14)];
    public static readonly IReadOnlyList<TimeSpan> QueryAges = [.. HeaderAges, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16), TimeSpan.FromDays(6)];

    public static IEnumerable<Attempt> Of(Estate estate) =>
        estate.Served.SelectMany(served => Of(served, estate)).Concat(Elsewhere(estate));

    private static IEnumerable<Attempt> Of(Attempt served, Estate estate)
    {
        yield return served with { IsInVpc = !served.IsInVpc };
        yield return served with { IsEncrypted = false };
        yield return served with { IsPresigned = false, SignatureAge = TimeSpan.Zero };
        foreach (var age in QueryAges) yield return served with { IsPresigned = true, SignatureAge = age };
        foreach (var age in SessionAges) yield return served with { SessionAge = age };
        foreach (var time in estate.Times) yield return served with { At = time };
    }

    /// <summary>One of each kind, asking for everything else.</summary>
    private static IEnumerable<Attempt> Elsewhere(Estate estate)
    {
        foreach (var served in estate.Served.DistinctBy(attempt => (attempt.Who.Role, attempt.Action, attempt.Through.Point?.Kind)))
        {
            foreach (var key in estate.Keys) yield return served with { Key = key };
            foreach (var prefix in estate.Prefixes) yield return served with { Prefix = prefix };
            foreach (var who in estate.Attackers) yield return served with { Who = who };
        }
    }
}

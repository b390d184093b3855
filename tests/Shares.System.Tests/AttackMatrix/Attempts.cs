namespace Shares.SystemTests.AttackMatrix;

/// <summary>
/// Attempts by the thousand, the same on every run: each begins as one that is to be served, and has some of its parts replaced by
/// others of the estate, so that most are wrong in one or two ways only. Everything that can be wrong alone is.
/// </summary>
internal static class Attempts
{
    private const int Seed = 20261122;
    private const double Changed = 0.22;

    public static IReadOnlyList<Attempt> Of(Estate estate, int count)
    {
        var random = new Random(Seed);
        var attempts = estate.Served.Concat(Neighbours.Of(estate).Concat(Crossed(estate.Served)).Concat(Everything(estate)).Where(IsPossible)).ToHashSet();
        while (attempts.Count < count)
        {
            var attempt = Change(Pick(random, estate.Served), estate, random);
            if (IsPossible(attempt)) attempts.Add(attempt);
        }

        return [.. attempts];
    }

    /// <summary>What is served to somebody, through the door or with the key that the next one of the same role is served.</summary>
    private static IEnumerable<Attempt> Crossed(IReadOnlyList<Attempt> served) =>
        from same in served.GroupBy(attempt => (attempt.Who.Role, attempt.Action)).Select(several => several.ToList())
        from index in Enumerable.Range(0, same.Count)
        let other = same[(index + 1) % same.Count]
        from crossed in (Attempt[])[same[index] with { Through = other.Through }, same[index] with { Key = other.Key, Prefix = other.Prefix }]
        select crossed;

    /// <summary>Every action, by everybody who may do anything somewhere, through every kind of door.</summary>
    private static IEnumerable<Attempt> Everything(Estate estate) =>
        from served in estate.Served.DistinctBy(attempt => (attempt.Who.Role, attempt.Through.Point?.Kind))
        from door in estate.Doors.DistinctBy(door => (door.Point?.Kind, door.Point?.Exists, door.Bucket))
        from action in S3Actions.All
        select served with { Through = door, Action = action };

    private static Attempt Change(Attempt attempt, Estate estate, Random random)
    {
        bool Now() => random.NextDouble() < Changed;
        if (Now()) attempt = attempt with { Who = Pick(random, estate.Attackers) };
        if (Now()) attempt = attempt with { Through = Pick(random, estate.Doors) };
        if (Now()) attempt = attempt with { Action = Pick(random, S3Actions.All) };
        if (Now()) attempt = attempt with { Key = Pick(random, estate.Keys), Prefix = Pick(random, estate.Prefixes) };
        if (Now()) attempt = attempt with { IsInVpc = !attempt.IsInVpc };
        if (Now()) attempt = attempt with { IsPresigned = !attempt.IsPresigned };
        if (Now()) attempt = attempt with { SignatureAge = Pick(random, attempt.IsPresigned ? Neighbours.QueryAges : Neighbours.HeaderAges) };
        if (Now()) attempt = attempt with { SessionAge = Pick(random, Neighbours.SessionAges) };
        if (Now()) attempt = attempt with { At = Pick(random, estate.Times) };
        return random.NextDouble() < 0.05 ? attempt with { IsEncrypted = false } : attempt;
    }

    /// <summary>A request that S3 would not even take for one is not tried.</summary>
    private static bool IsPossible(Attempt attempt) =>
        (attempt.IsPresigned || attempt.SignatureAge <= Neighbours.HeaderAges[^1])
        && (attempt.Through.Point is null || S3Actions.IsOfferedByAccessPoints(attempt.Action));

    private static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];
}

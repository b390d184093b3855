namespace Shares.SystemTests.AttackMatrix;

/// <summary>Who and what attempts are made of: people, sessions, doors, keys, times.</summary>
/// <param name="OpenBucket">The bucket whose project lets everybody in the account read it by a statement of its own; empty for none.</param>
/// <param name="UnrelatedBucket">A bucket of no project, which has no policy; empty for none.</param>
/// <param name="Served">Attempts that are to be served, at least one for each <see cref="Reason"/>. All others are made of these by changing them.</param>
/// <param name="Times">Moments at which attempts are made.</param>
internal sealed record Estate(
    string OpenBucket,
    string UnrelatedBucket,
    IReadOnlyList<Attempt> Served,
    IReadOnlyList<Attacker> Attackers,
    IReadOnlyList<Door> Doors,
    IReadOnlyList<string> Keys,
    IReadOnlyList<string?> Prefixes,
    IReadOnlyList<DateTimeOffset> Times);

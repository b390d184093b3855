namespace Shares.Core.Enforcing;

/// <summary>What one access point refuses beside its guardrails.</summary>
/// <param name="Entries">At most one for each subject.</param>
/// <param name="Since">
/// The moment after the access point was wanted for the first time; null for the first generation. No session can have been issued for it
/// earlier, so it needs no revocations of earlier moments.
/// </param>
public sealed record RevocationList(IReadOnlyList<Revocation> Entries, DateTimeOffset? Since = null)
{
    public static readonly RevocationList Empty = new([]);

    /// <summary>Without what no session can be left for.</summary>
    public RevocationList Live(DateTimeOffset now) =>
        Entries.All(e => e.KeptUntil > now) ? this : this with { Entries = [.. Entries.Where(e => e.KeptUntil > now)] };

    /// <summary>With the latest moment of each subject.</summary>
    internal RevocationList With(IEnumerable<Revocation> added) =>
        this with { Entries = [.. Entries.Concat(added.Where(IsNeeded)).GroupBy(e => e.Subject).Select(same => same.MaxBy(e => e.Moment)!)] };

    /// <summary>Refuses as much and more: all entries get the latest moment of any, and so share statements.</summary>
    internal RevocationList Raised()
    {
        var latest = Entries.Max(e => e.Moment);
        return this with { Entries = [.. Entries.Select(e => e with { Moment = latest })] };
    }

    private bool IsNeeded(Revocation entry) => Since is null || entry.Moment >= Since;
}

namespace Shares.Core.Enforcing;

/// <summary>What both access points of a share refuse beside their guardrails.</summary>
public sealed record Revocations(RevocationList Analyze, RevocationList Download)
{
    public static readonly Revocations None = new(RevocationList.Empty, RevocationList.Empty);

    /// <summary>How many subjects are refused at present.</summary>
    public int Count => All.Select(e => e.Subject).Distinct().Count();

    /// <summary>The latest moment: a session that is issued from then on meets none of these. Null when there are none.</summary>
    public DateTimeOffset? Latest => All.Select(e => (DateTimeOffset?)e.Moment).Max();

    /// <summary>When the first of them may be removed.</summary>
    public DateTimeOffset? FirstEnd => All.Select(e => (DateTimeOffset?)e.KeptUntil).Min();

    private IEnumerable<Revocation> All => Analyze.Entries.Concat(Download.Entries);

    public RevocationList Of(AccessPointKind kind) => kind == AccessPointKind.Analyze ? Analyze : Download;

    public Revocations With(AccessPointKind kind, RevocationList list) =>
        kind == AccessPointKind.Analyze ? this with { Analyze = list } : this with { Download = list };

    public Revocations Live(DateTimeOffset now) => new(Analyze.Live(now), Download.Live(now));

    /// <summary>Whether all sessions that have to end are refused already.</summary>
    public bool Cover(LostAccess lost)
    {
        ArgumentNullException.ThrowIfNull(lost);
        var needed = Revocation.After(lost.Subject, lost.LastIssued);
        bool IsCovered(RevocationList list) => needed.Moment < list.Since || list.Entries.Any(e => e.Subject == needed.Subject && e.Moment >= needed.Moment);
        return Enum.GetValues<AccessPointKind>().Where(needed.Subject.Concerns).All(kind => IsCovered(Of(kind)));
    }

    /// <summary>For a new generation of an access point, which no session from before <paramref name="now"/> can use.</summary>
    public Revocations Renewed(AccessPointKind kind, DateTimeOffset now) =>
        With(kind, new RevocationList([], Revocation.MomentAfter(now)));
}

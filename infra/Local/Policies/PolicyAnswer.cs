namespace Shares.Local.Policies;

/// <summary>What each kind of policy says by itself; how the answers combine depends on the service.</summary>
/// <param name="Identity">Not asked for, and so <see cref="Verdict.Nothing"/>, when <paramref name="Resource"/> is <see cref="Verdict.Deny"/>.</param>
/// <param name="Session"><see cref="Verdict.Allow"/> when there is no session policy.</param>
public sealed record PolicyAnswer(Verdict Identity, Verdict Session, Verdict Resource)
{
    public bool IsDenied => Verdict.Deny == Identity || Verdict.Deny == Session || Verdict.Deny == Resource;

    /// <summary>The caller's own policies allow, within the limits of its session.</summary>
    public bool IsAllowedByIdentity => Identity == Verdict.Allow && Session == Verdict.Allow;
}

public enum Verdict
{
    /// <summary>No statement applies.</summary>
    Nothing,
    Allow,

    /// <summary>A resource policy trusts the caller's account, which leaves the decision to the caller's own policies.</summary>
    AllowAccount,
    Deny,
}

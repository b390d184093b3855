namespace Shares.Provisioning;

/// <summary>How work on one item of the table ended.</summary>
public enum Outcome
{
    /// <summary>Storage was read back and matches the table.</summary>
    Done,

    /// <summary>Not yet; the event is to be delivered again.</summary>
    TryAgain,

    /// <summary>Somebody has to change something first. The reason is recorded; delivering the event again would only hold up others.</summary>
    Failed,
}

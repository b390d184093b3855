using Shares.Core.Canaries;
using Shares.Core.Enforcing;

namespace Shares.Canary.TryDoors;

/// <summary>What S3 said to a request.</summary>
public enum DoorAnswer
{
    /// <summary>Allowed, whether there was something to give or not.</summary>
    Open,

    /// <summary>AccessDenied, and nothing else.</summary>
    Closed,

    /// <summary>Something that says nothing about policies: an outage, an access point that is gone.</summary>
    Unclear,
}

/// <summary>One thing to try.</summary>
/// <param name="Knock">Sends the requests; may be repeated.</param>
public sealed record Door(CanaryTrial Trial, AccessPointName AccessPoint, Func<CancellationToken, Task<DoorAnswer[]>> Knock)
{
    private bool MustBeOpen => Trial is CanaryTrial.Download or CanaryTrial.PresignedDownload;

    /// <returns>Null when the answers say nothing.</returns>
    public async Task<TrialOutcome?> TryAsync(CancellationToken ct)
    {
        var answers = await Knock(ct);
        var (right, wrong) = MustBeOpen ? (DoorAnswer.Open, DoorAnswer.Closed) : (DoorAnswer.Closed, DoorAnswer.Open);
        if (answers.Contains(wrong)) return new(Trial, AccessPoint.ToString(), false);
        return answers.All(answer => answer == right) ? new(Trial, AccessPoint.ToString(), true) : null;
    }
}

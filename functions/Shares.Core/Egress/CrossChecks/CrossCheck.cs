using Shares.Core.Ids;

namespace Shares.Core.Egress.CrossChecks;

/// <summary>What CloudWatch and the ledger say of the downloads of one share on one day. Neither corrects the other.</summary>
/// <param name="Metered">What S3 counted at the share's download access points; null when CloudWatch had nothing of that day.</param>
/// <param name="Recorded">What the ledger had of it when it was looked at.</param>
/// <param name="MeteredAt">When CloudWatch was asked.</param>
public sealed record CrossCheck(ShareId Share, DateOnly Day, ByteCount? Metered, ByteCount Recorded, DateTimeOffset MeteredAt)
{
    /// <summary>Metrics of a day are complete so long after its end; what was asked before is asked again.</summary>
    private static readonly TimeSpan UntilComplete = TimeSpan.FromHours(6);

    /// <summary>CloudWatch need not be asked again.</summary>
    public bool IsSettled => MeteredAt >= new DateTimeOffset(Day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) + UntilComplete;

    /// <summary>Positive: S3 counted more than the ledger has. Null when there is nothing to compare with.</summary>
    public long? Gap => Metered is { } metered ? metered.Value - Recorded.Value : null;
}

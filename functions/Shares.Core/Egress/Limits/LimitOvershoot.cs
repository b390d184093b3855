using System.Globalization;

namespace Shares.Core.Egress.Limits;

/// <summary>
/// How far downloads can go beyond a limit: for as long as it takes until they are counted, found to be over it, and refused by storage. How much
/// that is depends on how fast they are.
/// </summary>
public static class LimitOvershoot
{
    /// <summary>
    /// CloudTrail tells of a request some five minutes later on the average, and promises nothing
    /// (docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html).
    /// </summary>
    private static readonly TimeSpan Counted = TimeSpan.FromMinutes(15);

    /// <summary>Limits are looked at once in this time; <c>template.yaml</c> has it as the schedule of the job LIMITS.</summary>
    private static readonly TimeSpan Noticed = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Refused = TimeSpan.FromMinutes(1);

    private const long BytesPerSecondOfAGigabit = 125_000_000;

    public static TimeSpan Delay => Counted + Noticed + Refused;

    /// <summary>What goes through in that time at 1 Gbit/s.</summary>
    public static ByteCount AtOneGigabitPerSecond => new((long)Delay.TotalSeconds * BytesPerSecondOfAGigabit);

    public static string Statement => string.Create(
        CultureInfo.InvariantCulture,
        $"Downloads are counted when CloudTrail tells of them, mostly within {Counted.TotalMinutes:0} minutes though nothing promises that, and limits are looked at every {Noticed.TotalMinutes:0} minutes. Until then downloads go on: in {Delay.TotalMinutes:0} minutes {AtOneGigabitPerSecond.Value / 1_000_000_000} GB at 1 Gbit/s.");
}

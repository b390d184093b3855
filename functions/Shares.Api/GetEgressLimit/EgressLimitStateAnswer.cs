using System.Text.Json.Serialization;
using Shares.Api.Sharing;
using Shares.Core;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Sharing;

namespace Shares.Api.GetEgressLimit;

/// <summary>A share's limit, and how far this month has come.</summary>
internal sealed record EgressLimitStateAnswer
{
    /// <summary>The month, as YYYY-MM, of UTC.</summary>
    public required string Period { get; init; }

    /// <summary>Absent: there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EgressLimitBody? Limit { get; init; }

    /// <summary>NONE, WARN80 from 80 % on, or REACHED; NONE without a limit.</summary>
    public required string State { get; init; }

    /// <summary>Of all costs here: that of the prices.</summary>
    public required string Currency { get; init; }

    /// <summary>That have left the Region so far, as far as the trail has told.</summary>
    public required long UsedBytes { get; init; }

    /// <summary>Estimated and not rounded.</summary>
    public required decimal UsedCost { get; init; }

    /// <summary>At the end of the month, if it goes on like this; what is used already while there are no downloads.</summary>
    public required long ProjectedBytes { get; init; }
    public required decimal ProjectedCost { get; init; }

    /// <summary>There while downloads are suspended because the limit was reached.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SuspensionAnswer? DownloadsSuspended { get; init; }

    /// <summary>The month for which an administrator has lifted the limit, as YYYY-MM.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LiftedPeriod { get; init; }
    public required OvershootAnswer Overshoot { get; init; }

    public static EgressLimitStateAnswer From(Share share, EgressUse used, DateTimeOffset now)
    {
        var month = BillingPeriod.Of(now);
        var projected = share.AllowsDownloads && !share.IsExpired(now) ? used.AtEndOf(month, now) : used;
        return new()
        {
            Period = month.ToString(),
            Limit = EgressLimitBody.From(share.EgressLimit, hasBounds: true),
            State = ContractName.Of(share.EgressLimit?.Check(used) ?? LimitCheck.None),
            Currency = EgressLimit.Currency.ToString(),
            UsedBytes = used.Bytes.Value,
            UsedCost = used.Cost,
            ProjectedBytes = projected.Bytes.Value,
            ProjectedCost = projected.Cost,
            DownloadsSuspended = SuspensionAnswer.From(share.Suspension),
            LiftedPeriod = share.LiftedPeriod?.ToString(),
            Overshoot = OvershootAnswer.Current,
        };
    }
}

/// <summary>How far a limit can be overshot, since downloads are counted when the trail tells of them.</summary>
/// <param name="Minutes">For which downloads can go on beyond it; nothing promises that it is never longer.</param>
internal sealed record OvershootAnswer(int Minutes, long BytesAtOneGigabitPerSecond, string Explanation)
{
    public static OvershootAnswer Current { get; } =
        new((int)LimitOvershoot.Delay.TotalMinutes, LimitOvershoot.AtOneGigabitPerSecond.Value, LimitOvershoot.Statement);
}

using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Egress.Limits;
using Shares.Web.Bodies;

namespace Shares.Api.Sharing;

/// <summary>What the downloads of a share may take in a month of UTC. At least one of the two bounds; the one that is reached first counts.</summary>
/// <param name="MonthlyBytes">That leave the Region: to the Internet or to another Region.</param>
/// <param name="MonthlyCost">In the currency of the prices, with two decimals at most.</param>
/// <param name="Action">At 80 % and at the limit the publisher is told. SUSPEND_DOWNLOADS: then downloads stop as well; analyses go on.</param>
internal sealed record EgressLimitBody(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? MonthlyBytes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? MonthlyCost,
    string? Action)
{
    /// <param name="hasBounds">False: without them.</param>
    public static EgressLimitBody? From(EgressLimit? limit, bool hasBounds) => limit is null
        ? null
        : new(hasBounds ? limit.MonthlyBytes?.Value : null, hasBounds ? limit.MonthlyCost : null, ContractName.Of(limit.Action));

    /// <summary>Null when it breaks a rule, which is noted.</summary>
    /// <param name="path">The member of the request that it is; empty: the request itself.</param>
    public EgressLimit? Read(string path, FieldErrors errors)
    {
        var (prefix, isRight) = (path.Length == 0 ? "" : $"{path}.", true);
        void Break(string field, string message)
        {
            errors.Add(field, message);
            isRight = false;
        }

        if (MonthlyBytes is null && MonthlyCost is null) Break(path.Length == 0 ? "monthlyBytes" : path, "must have monthlyBytes, monthlyCost or both");
        if (MonthlyBytes is < 1 or > EgressLimit.MostBytes) Break($"{prefix}monthlyBytes", $"must be a number from 1 to {EgressLimit.MostBytes}");
        if (MonthlyCost is { } cost && !EgressLimit.IsCost(cost))
            Break($"{prefix}monthlyCost", $"must be over 0 and at most {EgressLimit.MostCost}, with at most {EgressLimit.CostDecimals} decimals");
        if (!ContractName.TryParse<EgressLimitAction>(Action, out var action))
            Break($"{prefix}action", $"must be one of {string.Join(", ", ContractName.All<EgressLimitAction>())}");
        return isRight ? new EgressLimit(MonthlyBytes is { } bytes ? new ByteCount(bytes) : null, MonthlyCost, action) : null;
    }
}

/// <param name="Period">The month whose limit was reached, as YYYY-MM; with its end downloads go on.</param>
internal sealed record SuspensionAnswer(string Period, DateTimeOffset Since)
{
    public static SuspensionAnswer? From(DownloadSuspension? suspension) => suspension is null ? null : new(suspension.Period.ToString(), suspension.Since);
}

using System.Globalization;
using Shares.Aws.Http;
using Shares.Aws.Topics;
using Shares.Core;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Sharing;
using Shares.Data.Egress;

namespace Shares.Billing.CheckLimits;

/// <summary>
/// Tells how far the egress of a share has come, once for each step of each limit in a month. Names of people's making are in the message and not in
/// the subject, which has to be ASCII.
/// </summary>
public sealed class LimitNotices(NoticeStore notices, TopicClient topic)
{
    /// <returns>Why it could not be told; null when it was, or had been before.</returns>
    public async Task<AwsFailure?> TellAsync(Share share, EgressUse used, LimitCheck step, BillingPeriod period, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(share);
        var limit = share.EgressLimit!;
        // Another limit is another thing to tell.
        var what = string.Create(CultureInfo.InvariantCulture, $"{ContractName.Of(step)} {limit.MonthlyBytes} {limit.MonthlyCost} {ContractName.Of(limit.Action)}");
        if (!await notices.ClaimAsync(period, share.Id, what, ct)) return null;
        var failure = await topic.PublishAsync(Subject(step), Message(share, limit, used, step, period), ct);
        if (failure is null) await notices.ToldAsync(period, share.Id, what, ct);
        else await notices.GiveBackAsync(period, share.Id, what, ct);
        return failure;
    }

    private static string Subject(LimitCheck step) => step == LimitCheck.Reached ? "A share has reached its egress limit" : "A share has used 80 % of its egress limit";

    private static string Message(Share share, EgressLimit limit, EgressUse used, LimitCheck step, BillingPeriod period)
    {
        var bounds = new[]
        {
            limit.MonthlyBytes is { } bytes ? $"{bytes} bytes" : null,
            limit.MonthlyCost is { } cost ? string.Create(CultureInfo.InvariantCulture, $"{cost} {EgressLimit.Currency}") : null,
        };
        var what = limit.Action == EgressLimitAction.Notify
            ? "Downloads go on."
            : step == LimitCheck.Reached ? "Downloads stop until the month ends, the limit is raised, or an administrator lifts it. Analyses go on." : "At the limit downloads will stop.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Share \"{share.Name}\" ({share.Id}) of project {share.PublisherId} has sent {used.Bytes} bytes in {period}, which cost about {used.Cost:0.00} {EgressLimit.Currency}. Its limit is {string.Join(" or ", bounds.OfType<string>())} a month. {what}");
    }
}

using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Core.Audit;

/// <summary>What the logs say of changes of shares.</summary>
public static class ShareAudit
{
    public static AuditEvent Created(Actor by, DateTimeOffset at, Share share) =>
        Of(share.PublisherId, by, at, AuditAction.ShareCreated, share, Changes(null, share));

    /// <summary>Null when nothing that people see has changed.</summary>
    public static AuditEvent? Updated(Actor by, DateTimeOffset at, Share before, Share after) =>
        Changes(before, after) is { Count: > 0 } changes ? Of(after.PublisherId, by, at, AuditAction.ShareUpdated, after, changes) : null;

    /// <summary>Null when downloads were and are suspended for the same month, or were not and are not and the limit was not lifted.</summary>
    /// <param name="note">Why; null when the change beside it says so.</param>
    public static AuditEvent? Suspension(Actor by, DateTimeOffset at, Share before, Share after, string? note)
    {
        var (old, @new) = (before.Suspension?.Period, after.Suspension?.Period);
        var isLifted = after.LiftedPeriod is not null && after.LiftedPeriod != before.LiftedPeriod;
        if (old == @new && !isLifted) return null;
        var action = old == @new ? AuditAction.EgressLimitLifted : @new is null ? AuditAction.DownloadsResumed : AuditAction.DownloadsSuspended;
        var changes = new AuditChanges()
            .Of("downloadsSuspended.period", old?.ToString(), @new?.ToString())
            .Of("liftedPeriod", isLifted ? before.LiftedPeriod?.ToString() : null, isLifted ? after.LiftedPeriod.ToString() : null)
            .Found;
        return AuditEvent.Of(after.PublisherId, by, at, action, new(AuditTargetType.Share, after.Id.ToString(), after.Name), changes, note);
    }

    public static AuditEvent Deleted(Actor by, DateTimeOffset at, Share share) =>
        Of(share.PublisherId, by, at, AuditAction.ShareDeleted, share, Changes(share, null));

    /// <summary>One in the subscriber's log and one in the publisher's.</summary>
    public static IReadOnlyList<AuditEvent> Subscribed(Actor by, DateTimeOffset at, Share share, ProjectId subscriber) =>
        InBothLogs(AuditAction.ShareSubscribed, by, at, share, subscriber, new AuditChanges().Of(Subscriber, null, subscriber.ToString()));

    /// <summary>One in the subscriber's log and one in the publisher's.</summary>
    public static IReadOnlyList<AuditEvent> Unsubscribed(Actor by, DateTimeOffset at, Share share, ProjectId subscriber) =>
        InBothLogs(AuditAction.ShareUnsubscribed, by, at, share, subscriber, new AuditChanges().Of(Subscriber, subscriber.ToString(), null));

    internal const string Subscriber = "subscriberProjectId";

    internal static AuditEvent Of(
        ProjectId log, Actor by, DateTimeOffset at, AuditAction action, Share share, IReadOnlyList<AuditChange> changes) =>
        AuditEvent.Of(log, by, at, action, new(AuditTargetType.Share, share.Id.ToString(), share.Name), changes);

    private static AuditEvent[] InBothLogs(
        AuditAction action, Actor by, DateTimeOffset at, Share share, ProjectId subscriber, AuditChanges changes) =>
        [Of(subscriber, by, at, action, share, changes.Found), Of(share.PublisherId, by, at, action, share, changes.Found)];

    private static IReadOnlyList<AuditChange> Changes(Share? before, Share? after) => new AuditChanges()
        .Of("name", before?.Name, after?.Name)
        .Of("description", before?.Description, after?.Description)
        .OfMany("conditions", Conditions(before), Conditions(after))
        .OfMany("sharedProjectIds", Projects(before), Projects(after))
        .Of("isViewRestricted", before?.IsViewRestricted, after?.IsViewRestricted)
        .OfMany("classificationIds", before?.ClassificationIds, after?.ClassificationIds)
        .OfMany("keywords", before?.Keywords, after?.Keywords)
        .Of("expiresAt", before?.ExpiresAt, after?.ExpiresAt)
        .Of("egressLimit.monthlyBytes", before?.EgressLimit?.MonthlyBytes?.Value, after?.EgressLimit?.MonthlyBytes?.Value)
        .Of("egressLimit.monthlyCost", before?.EgressLimit?.MonthlyCost, after?.EgressLimit?.MonthlyCost)
        .Of("egressLimit.action", Action(before), Action(after))
        .Found;

    private static string? Action(Share? share) => share?.EgressLimit is { } limit ? ContractName.Of(limit.Action) : null;

    private static IEnumerable<string>? Conditions(Share? share) =>
        share?.Selection.Conditions.Select(condition => $"{ContractName.Of(condition.Field)}={condition.Value}");

    private static IEnumerable<string>? Projects(Share? share) => share?.SharedProjectIds.Select(id => id.ToString());
}

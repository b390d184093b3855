using Shares.Core.Audit;
using Shares.Core.Datasets;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;

namespace Shares.Core.Tests.Audit;

public sealed class AuditEventTests
{
    private static readonly Actor By = new(ActorType.Person, "core-admin", "192.0.2.1", "browser");

    [Fact]
    public void A_new_share_tells_all_that_it_has_and_nothing_that_it_has_not()
    {
        var entry = ShareAudit.Created(By, Some.Now, Some.Share() with { Keywords = ["b", "a"] });
        Assert.Equal((Some.Publisher, AuditAction.ShareCreated, By, Some.Now), (entry.ProjectId, entry.Action, entry.Actor, entry.At));
        Assert.Equal(new AuditTarget(AuditTargetType.Share, Some.ShareId(1).ToString(), "RNA-seq"), entry.Target);
        Assert.Equal(
            ["name: -> RNA-seq", "conditions: -> TAG=rna-seq", $"sharedProjectIds: -> {Some.Subscriber}", "isViewRestricted: -> true", "keywords: -> a, b"],
            Lines(entry));
    }

    [Fact]
    public void An_edit_tells_of_lists_only_what_went_and_what_came()
    {
        var before = Some.Share() with { SharedProjectIds = [Some.Subscriber, Some.Stranger], ExpiresAt = Some.Now };
        var after = before with
        {
            SharedProjectIds = [Some.Subscriber],
            Selection = new([.. before.Selection.Conditions, new(SelectionField.CreatedBy, "ada")]),
            Description = "new",
            ExpiresAt = null,
            Version = 2,
        };
        Assert.Equal(
            ["description: -> new", "conditions: -> CREATED_BY=ada", $"sharedProjectIds: {Some.Stranger} ->", "expiresAt: 2026-11-22T10:00:00.0000000Z ->"],
            Lines(ShareAudit.Updated(By, Some.Now, before, after)));
    }

    [Fact]
    public void A_limit_is_told_by_its_parts_and_a_suspension_by_its_month_with_the_reason()
    {
        var limit = new EgressLimit(new ByteCount(1000), 12.5m, EgressLimitAction.SuspendDownloads);
        var before = Some.Share();
        var after = before with { EgressLimit = limit };
        Assert.Equal(
            ["egressLimit.monthlyBytes: -> 1000", "egressLimit.monthlyCost: -> 12.5", "egressLimit.action: -> SUSPEND_DOWNLOADS"],
            Lines(ShareAudit.Updated(By, Some.Now, before, after)));
        var suspended = after.Suspend(limit, BillingPeriod.Of(Some.Now), Some.Now)!;
        Assert.Null(ShareAudit.Updated(By, Some.Now, after, suspended));
        var stop = ShareAudit.Suspension(By, Some.Now, after, suspended, "so much");
        Assert.Equal((AuditAction.DownloadsSuspended, "so much", Some.Publisher), (stop!.Action, stop.Note, stop.ProjectId));
        Assert.Equal(["downloadsSuspended.period: -> 2026-11"], Lines(stop));
        var start = ShareAudit.Suspension(By, Some.Now, suspended, suspended.LiftFor(BillingPeriod.Of(Some.Now)), "a deadline");
        Assert.Equal((AuditAction.DownloadsResumed, "a deadline"), (start!.Action, start.Note));
        Assert.Equal(["downloadsSuspended.period: 2026-11 ->", "liftedPeriod: -> 2026-11"], Lines(start));
        Assert.Equal(AuditAction.EgressLimitLifted, ShareAudit.Suspension(By, Some.Now, after, after.LiftFor(BillingPeriod.Of(Some.Now)), "early")!.Action);
        Assert.Null(ShareAudit.Suspension(By, Some.Now, suspended, suspended with { Name = "new" }, "nothing"));
    }

    [Fact]
    public void What_changes_nothing_that_people_see_leaves_no_trace()
    {
        Assert.Null(ShareAudit.Updated(By, Some.Now, Some.Share(), Some.Share() with { Version = 9, UpdatedAt = Some.Now.AddDays(1), DownloadGeneration = 4 }));
        Assert.Null(DatasetAudit.Updated(By, Some.Now, Some.Dataset(), Some.Dataset() with { Version = 9 }));
        Assert.Null(ProjectAudit.Updated(By, Some.Now, Some.Project(Some.Publisher), Some.Project(Some.Publisher) with { Version = 9 }, "a note"));
        Assert.Null(ProjectAudit.RoleSet(By, Some.Now, Some.Publisher, Some.Person, Role.Admin, Role.Admin));
    }

    [Fact]
    public void A_subscription_is_in_both_logs()
    {
        var entries = ShareAudit.Subscribed(By, Some.Now, Some.Share(), Some.Subscriber);
        Assert.Equal([Some.Subscriber, Some.Publisher], entries.Select(entry => entry.ProjectId));
        Assert.All(entries, entry => Assert.Equal([$"subscriberProjectId: -> {Some.Subscriber}"], Lines(entry)));
        Assert.Distinct(entries.Select(entry => entry.Id));
    }

    [Theory]
    [InlineData(DatasetStatus.Pending, DatasetStatus.Completed, AuditAction.DatasetCompleted)]
    [InlineData(DatasetStatus.Completed, DatasetStatus.Deleted, AuditAction.DatasetDeleted)]
    [InlineData(DatasetStatus.Completed, DatasetStatus.Archived, AuditAction.DatasetUpdated)]
    public void What_happened_to_a_dataset_is_known_by_its_status(DatasetStatus before, DatasetStatus after, AuditAction action) =>
        Assert.Equal(action, DatasetAudit.Updated(By, Some.Now, Some.Dataset() with { Status = before }, Some.Dataset() with { Status = after })?.Action);

    [Theory]
    [InlineData(null, Role.Admin, AuditAction.MemberAdded)]
    [InlineData(Role.Admin, Role.Owner, AuditAction.MemberRoleChanged)]
    [InlineData(Role.Owner, null, AuditAction.MemberRemoved)]
    public void A_members_role_comes_changes_and_goes(Role? before, Role? after, AuditAction action) =>
        Assert.Equal(action, ProjectAudit.RoleSet(By, Some.Now, Some.Publisher, Some.Person, before, after)?.Action);

    [Fact]
    public void A_grant_names_datasets_and_subscriber_in_the_publishers_log()
    {
        var execution = ExecutionId.From(new Guid("0197d000-0000-7000-8000-000000000001"));
        var entry = GrantAudit.PipelineTokenVended(By, Some.Now, Some.Share(), Some.Subscriber, [Some.DatasetId(2), Some.DatasetId(1)], execution);
        Assert.Equal((Some.Publisher, AuditAction.PipelineTokenVended), (entry.ProjectId, entry.Action));
        Assert.Equal(
            [$"subscriberProjectId: -> {Some.Subscriber}", $"datasetIds: -> {Some.DatasetId(1)}, {Some.DatasetId(2)}", $"executionId: -> {execution}"],
            Lines(entry));
    }

    private static IEnumerable<string> Lines(AuditEvent? entry) =>
        entry!.Changes.Select(change => $"{change.Field}: {string.Join(", ", change.Before)} -> {string.Join(", ", change.After)}".Replace("  ", " ", StringComparison.Ordinal).Trim());
}

using Shares.Core.Audit;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Audit;

public sealed class AuditOfChangesTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_change_of_a_project_and_its_members_is_in_its_log()
    {
        var project = await CreateAsync();
        await _stores.Projects.UpdateAsync(project.Id, null, AsBob, p => p with { Settings = p.Settings with { IsShareable = false } }, "2 shares go on.", Ct);
        await _stores.Projects.SetStatusAsync(project.Id, ProjectStatus.Failed, "no bucket", Actor.System("provisioning"), Ct);
        await _stores.Members.SetRoleAsync(project.Id, Bob, Role.Admin, AsAda, Ct);
        await _stores.Members.SetRoleAsync(project.Id, Bob, Role.Contributor, AsAda, Ct);
        await _stores.Members.SetRoleAsync(project.Id, Bob, null, AsAda, Ct);
        var log = await LogAsync(project);
        Assert.Equal(
            [
                (AuditAction.ProjectCreated, "ada"), (AuditAction.ProjectUpdated, "bob"), (AuditAction.ProjectStatusSet, "provisioning"),
                (AuditAction.MemberAdded, "ada"), (AuditAction.MemberRoleChanged, "ada"), (AuditAction.MemberRemoved, "ada"),
            ],
            log.Select(entry => (entry.Action, entry.Actor.Id)));
        Assert.Equal("2 shares go on.", log[1].Note);
        Same.As([new AuditChange("settings.isShareable", ["true"], ["false"])], log[1].Changes);
    }

    [Fact]
    public async Task Every_change_of_a_dataset_is_in_the_owners_log()
    {
        var project = await CreateAsync();
        var dataset = (await _stores.Datasets.CreateAsync(Dataset(project.Id, "a"), AsAda, Ct)).ValueOrThrow();
        await _stores.Datasets.UpdateAsync(dataset.Id, null, AsBob, d => d with { Tags = ["b"] }, Ct);
        await _stores.Datasets.DeleteAsync(dataset.Id, null, AsAda, Ct);
        Assert.Equal(
            [AuditAction.DatasetRegistered, AuditAction.DatasetUpdated, AuditAction.DatasetDeleted],
            (await LogAsync(project)).Skip(1).Select(entry => entry.Action));
    }

    [Fact]
    public async Task A_change_in_two_steps_has_an_entry_for_each_so_that_none_is_missing_whichever_was_made()
    {
        var project = await CreateAsync();
        string[] Tags(string word) => [.. Enumerable.Range(0, 40).Select(n => $"{word} {n}")];
        var dataset = (await _stores.Datasets.CreateAsync(Dataset(project.Id, Tags("old")), AsAda, Ct)).ValueOrThrow();
        await _stores.Datasets.UpdateAsync(dataset.Id, null, AsAda, d => d with { Tags = Tags("new"), ProcessId = "bam" }, Ct);
        var changes = (await LogAsync(project)).Skip(2).SelectMany(entry => entry.Changes).Where(change => change.Field == "tags").ToList();
        Assert.Equal([(40, 0), (0, 40)], changes.Select(change => (change.Before.Count, change.After.Count)));
    }

    [Fact]
    public async Task Every_change_of_a_share_is_in_the_publishers_log_and_subscriptions_in_the_subscribers_too()
    {
        var (publisher, lab) = (await CreateAsync(), await CreateAsync());
        var share = (await _stores.Shares.CreateAsync(Share(publisher.Id, lab.Id), AsAda, Ct)).ValueOrThrow();
        await _stores.Shares.SubscribeAsync(share, lab.Id, AsBob, Ct);
        await _stores.Shares.SubscribeAsync(share, lab.Id, AsBob, Ct);
        await _stores.Shares.UnsubscribeAsync(share, lab.Id, AsBob, Ct);
        await _stores.Shares.UnsubscribeAsync(share, lab.Id, AsBob, Ct);
        await _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s with { IsViewRestricted = false }, Ct);
        await _stores.Shares.DeleteAsync(share.Id, null, AsAda, Ct);
        Assert.Equal(
            [AuditAction.ShareCreated, AuditAction.ShareSubscribed, AuditAction.ShareUnsubscribed, AuditAction.ShareUpdated, AuditAction.ShareDeleted],
            (await LogAsync(publisher)).Skip(1).Select(entry => entry.Action));
        Assert.Equal(
            [(AuditAction.ShareSubscribed, "bob"), (AuditAction.ShareUnsubscribed, "bob")],
            (await LogAsync(lab)).Skip(1).Select(entry => (entry.Action, entry.Actor.Id)));
    }

    [Fact]
    public async Task What_is_refused_or_changes_nothing_leaves_no_entry()
    {
        var publisher = await CreateAsync();
        var share = (await _stores.Shares.CreateAsync(Share(publisher.Id), AsAda, Ct)).ValueOrThrow();
        var dataset = (await _stores.Datasets.CreateAsync(Dataset(publisher.Id), AsAda, Ct)).ValueOrThrow();
        var before = (await LogAsync(publisher)).Count;

        await _stores.Shares.UpdateAsync(share.Id, 7, AsAda, s => s with { Name = "new" }, Ct);
        await _stores.Shares.UpdateAsync(share.Id, null, AsAda, _ => Failure.NotFound, Ct);
        await _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s, Ct);
        await _stores.Shares.CreateAsync(share, AsAda, Ct);
        await _stores.Shares.SubscribeAsync(share, New<ProjectId>(), AsBob, Ct);
        await _stores.Datasets.UpdateAsync(dataset.Id, null, AsAda, d => d, Ct);
        await _stores.Datasets.CreateAsync(dataset, AsAda, Ct);
        await _stores.Projects.UpdateAsync(publisher.Id, null, AsAda, p => p, "a note", Ct);
        await _stores.Projects.SetStatusAsync(publisher.Id, publisher.Status, "", AsAda, Ct);
        await _stores.Members.SetRoleAsync(publisher.Id, Ada, Role.Owner, AsAda, Ct);
        await _stores.Members.SetRoleAsync(publisher.Id, Ada, null, AsAda, Ct);
        Assert.Equal(before, (await LogAsync(publisher)).Count);
    }

    /// <summary>Oldest first.</summary>
    private async Task<List<AuditEvent>> LogAsync(Project project)
    {
        var page = await _stores.Audit.ListAsync(project with { CreatedAt = TimeProvider.System.GetUtcNow().AddMonths(-1) }, null, 100, Ct);
        return [.. page.Items.Reverse()];
    }

    private async Task<Project> CreateAsync() => (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
}

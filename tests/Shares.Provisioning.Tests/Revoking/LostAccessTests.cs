using Shares.Core.Datasets;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Provisioning.Tests.World;
using static Shares.Provisioning.Tests.World.Revoking;

namespace Shares.Provisioning.Tests.Revoking;

/// <summary>Each way to lose access ends the sessions that it has to end, and no others.</summary>
public sealed class LostAccessTests(Storage storage, Tables tables)
{
    private readonly ProjectId _project = New<ProjectId>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_project_that_unsubscribes_is_refused_on_both_access_points()
    {
        var (lab, share) = await SharedAsync();
        var change = await lab.UnsubscribeAsync(share, _project);
        var unsubscribed = TimeProvider.System.GetUtcNow();
        await using var function = lab.Start();
        Assert.Empty(await function.RunAsync([change]));
        await lab.AssertEnforcedAsync(share);
        foreach (var kind in Enum.GetValues<AccessPointKind>())
        {
            var condition = Assert.Single(lab.Refusals(share, kind))["Condition"]!;
            Assert.Equal(_project.Hex(), (string?)condition["StringEquals"]!["aws:PrincipalTag/subscriber"]![0]);
            Assert.True(Revocation.MomentAfter(unsubscribed) <= DateTimeOffset.Parse((string)condition["DateLessThan"]!["aws:TokenIssueTime"]!, null));
        }

        Assert.Contains("\"EnforcementDelay\":[", function.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_is_taken_out_is_refused_before_the_share_counts_as_enforced()
    {
        var (lab, share) = await SharedAsync();
        await lab.GrantAsync(share, await lab.AddDatasetAsync(), _project);
        Assert.Empty(await lab.DeliverAsync(await lab.EditAsync(share, s => s with { SharedProjectIds = [] })));
        await lab.AssertEnforcedAsync(share);
        Assert.Contains(_project.Hex(), lab.Conditions(share, AccessPointKind.Analyze), StringComparison.Ordinal);
        Assert.Contains(_project.Hex(), lab.Conditions(share, AccessPointKind.Download), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dataset_that_loses_its_tag_is_refused_by_its_prefix()
    {
        var (lab, share) = await SharedAsync();
        var (gone, stays) = (await lab.AddDatasetAsync(), await lab.AddDatasetAsync());
        await lab.GrantAsync(share, gone, _project);
        await lab.GrantAsync(share, stays, _project);
        Assert.Empty(await lab.DeliverAsync(await lab.ChangeAsync(gone, d => d with { Tags = [] })));
        await lab.AssertEnforcedAsync(share);
        foreach (var kind in Enum.GetValues<AccessPointKind>())
        {
            Assert.Contains($"/object/datasets/{gone}/*", lab.Conditions(share, kind), StringComparison.Ordinal);
            Assert.DoesNotContain($"{stays}", lab.Conditions(share, kind), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_dataset_that_is_deleted_is_refused()
    {
        var (lab, share) = await SharedAsync();
        var dataset = await lab.AddDatasetAsync();
        await lab.GrantAsync(share, dataset, _project);
        Assert.Empty(await lab.DeliverAsync(await lab.ChangeAsync(dataset, d => d with { Status = DatasetStatus.Deleted })));
        Assert.Contains($"/object/datasets/{dataset}/*", lab.Conditions(share, AccessPointKind.Download), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Datasets_that_leave_by_an_edit_of_the_conditions_are_refused_and_those_that_stay_are_not()
    {
        var (lab, share) = await SharedAsync();
        var (gone, stays) = (await lab.AddDatasetAsync(), await lab.AddDatasetAsync());
        await lab.GrantAsync(share, gone, _project);
        await lab.GrantAsync(share, stays, _project);
        Assert.Empty(await lab.DeliverAsync(await lab.EditAsync(share, s => s with { Selection = new([new(SelectionField.DatasetId, $"{stays}")]) })));
        await lab.AssertEnforcedAsync(share);
        Assert.Contains($"{gone}", lab.Conditions(share, AccessPointKind.Analyze), StringComparison.Ordinal);
        Assert.DoesNotContain($"{stays}", lab.Conditions(share, AccessPointKind.Analyze), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dataset_that_left_before_the_share_stopped_selecting_it_is_refused_too()
    {
        var (lab, share) = await SharedAsync();
        var dataset = await lab.AddDatasetAsync();
        await lab.GrantAsync(share, dataset, _project);
        var untagged = await lab.ChangeAsync(dataset, d => d with { Tags = [] });
        var edited = await lab.EditAsync(share, s => s with { Selection = new([]) });
        Assert.Empty(await lab.DeliverAsync(edited));
        Assert.Empty(await lab.DeliverAsync(untagged));
        Assert.Contains($"{dataset}", lab.Conditions(share, AccessPointKind.Analyze), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_a_dataset_that_nobody_reads_asks_nothing_of_storage()
    {
        var (lab, share) = await SharedAsync();
        var change = await lab.ChangeAsync(await lab.AddDatasetAsync(), d => d with { Tags = [] });
        var network = new Network();
        await using var function = lab.Start(network);
        Assert.Empty(await function.RunAsync([change]));
        Assert.Empty(network.Calls);
        Assert.Equal(0, (await lab.RevocationsAsync(share)).Count);
    }

    [Fact]
    public async Task A_dataset_that_is_back_already_keeps_its_sessions()
    {
        var (lab, share) = await SharedAsync();
        var dataset = await lab.AddDatasetAsync();
        await lab.GrantAsync(share, dataset, _project);
        var gone = await lab.ChangeAsync(dataset, d => d with { Tags = [] });
        var back = await lab.ChangeAsync(dataset, d => d with { Tags = ["public"] });
        Assert.Empty(await lab.DeliverAsync(gone, back));
        Assert.Equal(0, (await lab.RevocationsAsync(share)).Count);
    }

    [Fact]
    public async Task A_former_member_is_refused_on_the_download_access_points_of_the_shares_they_used()
    {
        var (lab, share) = await SharedAsync();
        var unused = await lab.PublishedAsync(isViewRestricted: false);
        await lab.GrantAsync(share, await lab.AddDatasetAsync(), lab.Publisher.Id, User);
        await lab.SetRoleAsync(lab.Publisher.Id, Role.Collaborator);
        Assert.Empty(await lab.DeliverAsync(await lab.SetRoleAsync(lab.Publisher.Id, null)));
        await lab.AssertEnforcedAsync(share);
        Assert.Empty(lab.Refusals(share, AccessPointKind.Analyze));
        Assert.Contains($"\"aws:SourceIdentity\":[\"{User}\"]", lab.Conditions(share, AccessPointKind.Download), StringComparison.Ordinal);
        Assert.Empty(lab.Refusals(unused, AccessPointKind.Download));
    }

    [Fact]
    public async Task A_member_whose_role_only_changes_goes_on_downloading()
    {
        var (lab, share) = await SharedAsync();
        await lab.GrantAsync(share, await lab.AddDatasetAsync(), lab.Publisher.Id, User);
        await lab.SetRoleAsync(lab.Publisher.Id, Role.Contributor);
        Assert.Empty(await lab.DeliverAsync(await lab.SetRoleAsync(lab.Publisher.Id, Role.Collaborator)));
        Assert.Equal(0, (await lab.RevocationsAsync(share)).Count);
    }

    [Fact]
    public async Task An_execution_that_is_cut_off_is_refused_where_pipelines_read_and_its_usages_end()
    {
        var (lab, share) = await SharedAsync();
        var now = TimeProvider.System.GetUtcNow();
        ShareUsage Usage(ExecutionId execution) => new(New<UsageId>(), share, execution, _project, New<DatasetId>(), "arn", UsageStatus.Active, now, now, now.AddHours(1));
        var (cut, other) = (New<ExecutionId>(), New<ExecutionId>());
        ShareUsage[] usages = [Usage(cut), Usage(cut), Usage(other)];
        await lab.Usages.RecordAsync(usages, Ct);
        Assert.Empty(await lab.DeliverAsync(await lab.CutOffAsync(usages[0])));
        await lab.AssertEnforcedAsync(share);
        Assert.Contains($"{cut}", lab.Conditions(share, AccessPointKind.Analyze), StringComparison.Ordinal);
        Assert.DoesNotContain($"{other}", lab.Conditions(share, AccessPointKind.Analyze), StringComparison.Ordinal);
        Assert.Empty(lab.Refusals(share, AccessPointKind.Download));
        Assert.Empty((await lab.Enforcements.ReadAsync(share, Ct)).Requests);
        Assert.Equal([other], (await lab.Usages.ListAsync(share, Ct)).Where(u => u.Status == UsageStatus.Active).Select(u => u.ExecutionId));
    }

    [Fact]
    public async Task The_same_change_delivered_again_revokes_nothing_anew()
    {
        var (lab, share) = await SharedAsync();
        var change = await lab.UnsubscribeAsync(share, _project);
        Assert.Empty(await lab.DeliverAsync(change));
        var network = new Network();
        await using var function = lab.Start(network, later: TimeSpan.FromMinutes(2));
        Assert.Empty(await function.RunAsync([change]));
        Assert.Empty(network.Calls);
        await lab.AssertEnforcedAsync(share);
    }

    private async Task<(Lab Lab, ShareId Share)> SharedAsync()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: false, null, _project);
        await lab.SubscribeAsync(share, _project);
        return (lab, share);
    }
}

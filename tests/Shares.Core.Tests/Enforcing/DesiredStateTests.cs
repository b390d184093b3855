using Shares.Core.Egress.Costs;
using Shares.Core.Enforcing;

namespace Shares.Core.Tests.Enforcing;

public sealed class DesiredStateTests
{
    [Fact]
    public void An_analyze_only_share_wants_one_access_point_inside_the_pipelines_vpc()
    {
        var wanted = Assert.Single(DesiredState.Of(Some.Share(), Revocations.None, "b", Some.Storage, Some.Now));
        Assert.Equal((AccessPointKind.Analyze, Some.Storage.PipelinesVpcId), (wanted.Name.Kind, wanted.VpcId));
    }

    [Fact]
    public void A_share_that_allows_downloads_wants_a_second_one_on_the_internet()
    {
        var wanted = DesiredState.Of(Some.Share(isViewRestricted: false), Revocations.None, "b", Some.Storage, Some.Now);
        Assert.Equal([AccessPointKind.Analyze, AccessPointKind.Download], wanted.Select(w => w.Name.Kind));
        Assert.Null(wanted[1].VpcId);
    }

    [Fact]
    public void A_share_whose_downloads_are_suspended_wants_none_for_them()
    {
        var share = Some.Share(isViewRestricted: false) with { Suspension = new(BillingPeriod.Of(Some.Now), Some.Now) };
        Assert.Equal(AccessPointKind.Analyze, Assert.Single(DesiredState.Of(share, Revocations.None, "b", Some.Storage, Some.Now)).Name.Kind);
    }

    [Fact]
    public void A_share_that_is_gone_or_expired_wants_nothing()
    {
        Assert.Empty(DesiredState.Of(null, Revocations.None, "b", Some.Storage, Some.Now));
        Assert.Empty(DesiredState.Of(Some.Share() with { ExpiresAt = Some.Now }, Revocations.None, "b", Some.Storage, Some.Now));
    }

    [Fact]
    public void Downloads_that_are_allowed_again_get_an_access_point_of_another_name()
    {
        var before = DesiredState.WantedName(Some.Share(isViewRestricted: false), AccessPointKind.Download);
        var after = DesiredState.WantedName(Some.Share(isViewRestricted: false) with { DownloadGeneration = 2 }, AccessPointKind.Download);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public void Policies_do_not_grow_with_what_is_shared()
    {
        var one = DesiredState.Of(Some.Share(), Revocations.None, "b", Some.Storage, Some.Now)[0].Policy;
        var many = Some.Share() with { Selection = new([.. Enumerable.Range(0, 100).Select(n => new Core.Sharing.Condition(Core.Sharing.SelectionField.Tag, $"t{n}"))]) };
        Assert.Equal(one.Length, DesiredState.Of(many, Revocations.None, "b", Some.Storage, Some.Now)[0].Policy.Length);
    }
}

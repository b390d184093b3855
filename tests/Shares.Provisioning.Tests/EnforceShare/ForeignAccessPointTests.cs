using Shares.Core.Enforcing;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.EnforceShare;

public sealed class ForeignAccessPointTests(Storage storage, Tables tables)
{
    public static TheoryData<string, Func<Local.S3Control.AccessPoint, Local.S3Control.AccessPoint>> Wrong => new()
    {
        { "bucket", ours => ours with { Bucket = "somebody-elses" } },
        { "network", ours => ours with { VpcId = null } },
        { "VPC", ours => ours with { VpcId = "vpc-other" } },
        { "Block Public Access", ours => ours with { PublicAccessBlock = ["BlockPublicAcls"] } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task An_access_point_of_our_name_that_is_not_as_we_make_them_is_replaced(
        string what, Func<Local.S3Control.AccessPoint, Local.S3Control.AccessPoint> make)
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, change) = await lab.PublishAsync(isViewRestricted: true);
        Place(new AccessPointName(id, AccessPointKind.Analyze, 1), lab.Bucket, make);
        Assert.Empty(await lab.DeliverAsync(change));
        await lab.AssertEnforcedAsync(id);
        Assert.NotEmpty(what);
    }

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task One_that_took_the_place_of_ours_is_replaced_at_the_next_change(
        string what, Func<Local.S3Control.AccessPoint, Local.S3Control.AccessPoint> make)
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var id = await lab.PublishedAsync(isViewRestricted: true);
        var name = new AccessPointName(id, AccessPointKind.Analyze, 1);
        Assert.True(storage.AccessPoints.Remove(name.ToString()));
        Place(name, lab.Bucket, make);
        Assert.Empty(await lab.DeliverAsync(await lab.EditAsync(id, share => share with { Description = what })));
        await lab.AssertEnforcedAsync(id);
    }

    private void Place(AccessPointName name, string bucket, Func<Local.S3Control.AccessPoint, Local.S3Control.AccessPoint> make) => Assert.True(storage.AccessPoints.Add(make(new(
        name.ToString(), bucket, $"{name}-x-s3alias", Storage.Vpc, Local.S3Control.AccessPoint.PublicAccessSettings, TimeProvider.System.GetUtcNow(), null))));
}

using System.Net;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Provisioning.Tests.World;
using static Shares.Provisioning.Tests.World.Revoking;

namespace Shares.Provisioning.Tests.VerifyStorage;

/// <summary>Buckets delegate to every access point of our names, so there must be none that is not ours.</summary>
public sealed class ForeignNamesTests(Storage storage, Tables tables) : IClassFixture<Storage>, IClassFixture<Tables>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_access_point_of_our_names_that_belongs_to_no_share_is_deleted_and_reported()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        string[] foreign = [$"shr-{New<ShareId>().Hex()}-a1", $"shr-{Path.GetRandomFileName()[..8]}"];
        foreach (var name in foreign) Place(name, lab.Bucket);
        Place("projects-own", lab.Bucket);
        await using var function = lab.Start();
        await function.VerifyAsync();
        Assert.All(foreign, name => Assert.Null(storage.AccessPoints.Find(name)));
        Assert.All(foreign, name => Assert.Contains(name, function.Output, StringComparison.Ordinal));
        Assert.Contains("\"ForeignAccessPoints\":[", function.Output, StringComparison.Ordinal);
        Assert.True(storage.AccessPoints.Remove("projects-own"));
    }

    [Fact]
    public async Task One_that_belongs_to_a_share_by_its_name_alone_is_deleted_and_reported_with_the_share()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        var name = new AccessPointName(share, AccessPointKind.Download, 7).ToString();
        Place(name, lab.Bucket);
        await using var function = lab.Start(later: TimeSpan.FromMinutes(56));
        await function.VerifyAsync();
        await lab.AssertEnforcedAsync(share);
        var difference = Assert.Single((await lab.Enforcements.FindAsync(share, Ct))!.Differences);
        Assert.Equal((DifferenceKind.AccessPointForeign, name), (difference.Kind, difference.Where));
    }

    [Fact]
    public async Task The_access_point_of_a_share_that_is_being_set_up_is_left_alone()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (share, change) = await lab.PublishAsync(isViewRestricted: true);
        await using (var dying = lab.Start(new Network { DiesAfter = 5 })) await dying.RunAsync([change]);
        var before = lab.AccessPointsOf(share);
        await using var function = lab.Start();
        await function.VerifyAsync();
        Assert.Equal(before, lab.AccessPointsOf(share));
    }

    [Fact]
    public async Task When_the_names_cannot_be_listed_nothing_is_deleted_and_the_rest_is_verified()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        Tampering.Edit(lab, share, statements => statements.RemoveAt(0));
        var foreign = $"shr-{New<ShareId>().Hex()}-a1";
        Place(foreign, lab.Bucket);
        var network = new Network { Instead = r => r.Is(HttpMethod.Get, "/v20180820/accesspoint") ? Replies.Error(HttpStatusCode.Forbidden, "AccessDenied") : null };
        await using var function = lab.Start(network, later: TimeSpan.FromMinutes(56));
        await function.VerifyAsync();
        Assert.NotNull(storage.AccessPoints.Find(foreign));
        await lab.AssertEnforcedAsync(share);
    }

    private void Place(string name, string bucket) => Assert.True(storage.AccessPoints.Add(new(
        name, bucket, $"{name}-x-s3alias", null, Local.S3Control.AccessPoint.PublicAccessSettings, TimeProvider.System.GetUtcNow(), null)));
}

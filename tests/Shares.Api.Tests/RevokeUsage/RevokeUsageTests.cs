using Shares.Api.Tests.Running;
using Shares.Core.Sharing;
using Shares.Data.Sharing;

namespace Shares.Api.Tests.RevokeUsage;

public sealed class RevokeUsageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private World World => api.World;

    [Fact]
    public async Task A_usage_ends_at_once_and_the_share_is_pending_until_storage_refuses_its_execution()
    {
        var (share, dataset) = (await World.ShareAsync("tag"), await World.DatasetAsync("tag"));
        var (usage, other) = (await World.UsageAsync(share, dataset), await World.UsageAsync(share, dataset));
        for (var time = 1; time <= 2; time++)
            Assert.Equal(200, (await api.SendAsync("admin", "DELETE", $"/projects/{World.Publisher}/shares/{share}/usages/{usage}", null)).StatusCode);
        var usages = await api.Get<UsageStore>().ListAsync(share, default);
        Assert.Equal([(usage, UsageStatus.Ended), (other, UsageStatus.Active)], usages.Select(u => (u.Id, u.Status)).OrderByDescending(u => u.Status));
        Assert.Equal("PENDING", (await api.GetAsync("admin", $"/projects/{World.Publisher}/shares/{share}/enforcement")).Json.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("0197ffff-ffff-7fff-8fff-ffffffffffff")]
    [InlineData("*")]
    [InlineData("$%7Baws:username%7D")]
    public async Task What_is_no_usage_of_the_share_is_not_found(string id)
    {
        var share = await World.ShareAsync("tag");
        Assert.Equal(404, (await api.SendAsync("admin", "DELETE", $"/projects/{World.Publisher}/shares/{share}/usages/{id}", null)).StatusCode);
    }
}

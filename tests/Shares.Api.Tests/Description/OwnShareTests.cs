using Shares.Api.Tests.Running;

namespace Shares.Api.Tests.Description;

public sealed class OwnShareTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("subscribe")]
    [InlineData("unsubscribe")]
    public async Task A_publisher_neither_accepts_nor_leaves_its_own_share(string action)
    {
        var share = await api.World.ShareAsync("own");

        (await api.SendAsync("owner", "PUT", $"/projects/{api.World.Publisher}/shares/{share}:{action}")).Refuses(400, "VALIDATION_FAILED", "share");
    }
}

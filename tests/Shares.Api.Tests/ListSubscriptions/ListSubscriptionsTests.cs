using Shares.Api.Tests.Running;

namespace Shares.Api.Tests.ListSubscriptions;

public sealed class ListSubscriptionsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_publisher_sees_who_has_subscribed_when_and_who_could()
    {
        var share = await api.World.ShareAsync("subscriptions");
        var path = $"/projects/{api.World.Publisher}/shares/{share}/subscriptions";

        var listed = (await api.GetAsync("collaborator", path)).Json;

        Assert.Equal(["offered", "subscriber"], listed.EnumerateArray().Select(s => s.GetProperty("project").GetProperty("name").GetString()));
        Assert.Equal(["project", "status"], listed[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("AVAILABLE", listed[0].GetProperty("status").GetString());
        Assert.Equal(api.World.Subscriber.ToString(), listed[1].GetProperty("project").GetProperty("id").GetString());
        Assert.Equal("SUBSCRIBED", listed[1].GetProperty("status").GetString());
        Assert.Equal("subscriber-admin", listed[1].GetProperty("subscribedBy").GetString());
        Assert.InRange(listed[1].GetProperty("subscribedAt").GetDateTimeOffset(), api.Time.GetUtcNow().AddMinutes(-5), api.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_project_that_has_left_could_subscribe_again()
    {
        var share = await api.World.ShareAsync("left");
        await api.SendAsync("subscriber-admin", "PUT", $"/projects/{api.World.Subscriber}/shares/{share}:unsubscribe");

        var listed = (await api.GetAsync("owner", $"/projects/{api.World.Publisher}/shares/{share}/subscriptions", "limit=1")).Json;

        Assert.Equal("AVAILABLE", Assert.Single(listed.EnumerateArray()).GetProperty("status").GetString());
    }
}

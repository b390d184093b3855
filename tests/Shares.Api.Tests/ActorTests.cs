using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core.Audit;
using Shares.Data.Audit;
using Shares.Data.Projects;

namespace Shares.Api.Tests;

public sealed class ActorTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_change_is_logged_with_the_caller_their_address_and_their_program()
    {
        var body = new JsonObject { ["username"] = "newcomer", ["role"] = "ADMIN" };
        var request = Actors.Request("owner", "PUT", $"/projects/{api.World.Publisher}/permissions", body.ToJsonString());
        Assert.Equal(200, (await api.SendAsync((request with { SourceIp = "198.51.100.23" }).WithHeader("user-agent", "browser/7"))).StatusCode);

        var project = (await api.Get<ProjectStore>().FindAsync(api.World.Publisher, default))!;
        var entry = (await api.Get<AuditStore>().ListAsync(project, null, 1, default)).Items.Single();
        Assert.Equal(AuditAction.MemberAdded, entry.Action);
        Assert.Equal(new Actor(ActorType.Person, "owner", "198.51.100.23", "browser/7"), entry.Actor);
    }
}

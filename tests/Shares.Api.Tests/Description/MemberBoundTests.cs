using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;

namespace Shares.Api.Tests.Description;

/// <summary>What the description says of the members of a body holds: who breaks it is told where.</summary>
public sealed class MemberBoundTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string, string, string> Wrong =>
        [.. from each in RouteCase.All from body in WrongBodies.Of(each) select new TheoryDataRow<string, string, string>(each.Operation.Route, body.Member, body.Json)];

    public static TheoryData<string, string, string> Longest =>
        [.. from each in RouteCase.All from body in WrongBodies.Longest(each) select new TheoryDataRow<string, string, string>(each.Operation.Route, body.Member, body.Json)];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Wrong))]
    public async Task A_member_out_of_its_bounds_is_refused_by_name(string route, string member, string body)
    {
        var request = await RouteCase.Of(route).RequestAsync(api, JsonNode.Parse(body));

        (await api.SendAsync(request)).Refuses(400, "VALIDATION_FAILED", member);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Longest))]
    public async Task A_member_may_be_as_long_as_it_is_described(string route, string member, string body)
    {
        var each = RouteCase.Of(route);

        var answer = await api.SendAsync(await each.RequestAsync(api, JsonNode.Parse(body)));

        Assert.True(answer.StatusCode == each.Operation.Success, $"{member}: {answer.Text}");
    }
}

using Shares.Api.Tests.Running;

namespace Shares.Api.Tests.Description;

/// <summary>Whatever route takes a body takes none that is not one.</summary>
public sealed class BodyRefusalTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string> Routes => RouteCase.Where(operation => operation.Request is not null);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_body_that_is_no_JSON_is_malformed(string route)
    {
        var request = await RouteCase.Of(route).RequestAsync(api);

        (await api.SendAsync(request with { Body = "{"u8.ToArray() })).Refuses(400, "MALFORMED_BODY");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_body_of_another_type_is_unsupported(string route)
    {
        var request = await RouteCase.Of(route).RequestAsync(api);

        (await api.SendAsync(request.WithHeader("content-type", "text/plain"))).Refuses(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_body_over_256_KB_is_too_large(string route)
    {
        var request = await RouteCase.Of(route).RequestAsync(api);

        (await api.SendAsync(request with { Body = [.. request.Body!, .. new byte[256 * 1024].Select(_ => (byte)' ')] })).Refuses(413, "BODY_TOO_LARGE");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Members_that_are_not_described_are_ignored(string route)
    {
        var each = RouteCase.Of(route);
        var body = each.Rule.ParsedBody!.AsObject();
        body["notDescribed"] = "anything";

        Assert.Equal(each.Operation.Success, (await api.SendAsync(await each.RequestAsync(api, body))).StatusCode);
    }
}

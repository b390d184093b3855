using Shares.Api.Tests.Running;

namespace Shares.Api.Tests.Description;

public sealed class RateRefusalTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int MoreThanAnyLimit = 400;

    public static TheoryData<string> Limited => RouteCase.Where(operation => operation.Refusals.Any(refusal => refusal.Code == "TOO_MANY_REQUESTS"));

    [Theory]
    [MemberData(nameof(Limited))]
    public async Task Who_asks_too_often_is_told_when_to_ask_again(string route)
    {
        var request = await RouteCase.Of(route).RequestAsync(api);
        var answer = await api.SendAsync(request);
        for (var i = 0; i < MoreThanAnyLimit && answer.StatusCode != 429; i++) answer = await api.SendAsync(request);

        answer.Refuses(429, "TOO_MANY_REQUESTS");
    }
}

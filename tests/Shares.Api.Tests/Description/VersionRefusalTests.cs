using Shares.Api.Tests.Running;

namespace Shares.Api.Tests.Description;

public sealed class VersionRefusalTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string> Conditional => RouteCase.Where(operation => operation.Refusals.Any(refusal => refusal.Code == "VERSION_MISMATCH"));

    [Theory]
    [MemberData(nameof(Conditional))]
    public async Task A_change_of_what_is_not_there_any_more_is_refused(string route)
    {
        var request = await RouteCase.Of(route).RequestAsync(api);

        (await api.SendAsync(request.WithHeader("if-match", "\"v999999\""))).Refuses(412, "VERSION_MISMATCH");
    }
}

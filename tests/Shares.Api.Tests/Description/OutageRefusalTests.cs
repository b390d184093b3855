using Shares.Api.Tests.Running;
using Shares.Testing.DynamoDb;

namespace Shares.Api.Tests.Description;

/// <summary>Every route that reads the store says so when the store is away, and tells nothing of a bug.</summary>
public sealed class OutageRefusalTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static IEnumerable<RouteCase> Reading => RouteCase.All.Where(each => each.Operation.Refusals.Any(refusal => refusal.Code == "STORE_UNAVAILABLE"));

    [Fact]
    public async Task A_store_that_is_away_is_a_503_everywhere()
    {
        await using var instance = await api.StartInstanceAsync(DynamoDbLocal.Client(new Uri("http://127.0.0.1:1")));

        foreach (var each in Reading) (await instance.SendAsync(await each.RequestAsync(api))).Refuses(503, "STORE_UNAVAILABLE");
    }

    [Fact]
    public async Task A_bug_is_a_500_everywhere()
    {
        using var crashing = new CrashingDynamoDb(api.StoreEndpoint, calls: 0);
        await using var instance = await api.StartInstanceAsync(crashing.Client);

        foreach (var each in Reading) (await instance.SendAsync(await each.RequestAsync(api))).Refuses(500, "INTERNAL_ERROR");
    }
}

using Shares.Api.Tests.Running;
using Shares.Testing.DynamoDb;

namespace Shares.Api.Tests;

public sealed class OutageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_store_that_does_not_answer_is_a_503_and_one_line_in_the_log()
    {
        await using var instance = await api.StartInstanceAsync(DynamoDbLocal.Client(new Uri("http://127.0.0.1:1")));
        var logged = Lines("did not answer");

        var answer = await instance.SendAsync(Actors.Request("owner", "GET", $"/projects/{api.World.Publisher}", null));

        Assert.Equal(503, answer.StatusCode);
        Assert.Equal("STORE_UNAVAILABLE", answer.Json.GetProperty("errorCode").GetString());
        Assert.True(answer.Headers.ContainsKey("retry-after"));
        Assert.DoesNotContain("127.0.0.1", answer.Text, StringComparison.Ordinal);
        Assert.Equal(logged + 1, Lines("did not answer"));
    }

    [Fact]
    public async Task A_bug_is_a_500_that_tells_the_caller_nothing_of_it_and_one_line_in_the_log()
    {
        using var crashing = new CrashingDynamoDb(api.StoreEndpoint, calls: 0);
        await using var instance = await api.StartInstanceAsync(crashing.Client);
        var logged = Lines("The request failed");

        var answer = await instance.SendAsync(Actors.Request("owner", "GET", $"/projects/{api.World.Publisher}", null));

        Assert.Equal(500, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Headers["content-type"]);
        Assert.Equal("no-store", answer.Headers["cache-control"]);
        Assert.DoesNotContain("Crash", answer.Text, StringComparison.Ordinal);
        Assert.Equal(logged + 1, Lines("The request failed"));
    }

    private int Lines(string text) => api.Log.Text.Split('\n').Count(line => line.Contains(text, StringComparison.Ordinal));
}

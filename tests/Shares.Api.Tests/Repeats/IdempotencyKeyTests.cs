using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Testing.DynamoDb;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.Repeats;

/// <summary>A request with an <c>Idempotency-Key</c> has the effect of one, however often it is sent and wherever the function dies.</summary>
public sealed class IdempotencyKeyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private int _names;

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_creates_nothing()
    {
        var (key, body) = (Key(), Share());
        var first = await CreateAsync(key, body);
        var second = await CreateAsync(key, body);
        Assert.Equal((201, first.Text), (second.StatusCode, second.Text));
        Assert.Equal(first.Headers["content-type"], second.Headers["content-type"]);
        Assert.Equal(1, await CountAsync(body));
    }

    [Fact]
    public async Task Without_a_key_every_request_creates()
    {
        var body = Share();
        await CreateAsync(null, body);
        await CreateAsync(null, body);
        Assert.Equal(2, await CountAsync(body));
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_a_conflict()
    {
        var key = Key();
        await CreateAsync(key, Share());
        var answer = await CreateAsync(key, Share());
        Assert.Equal((409, "IDEMPOTENCY_KEY_REUSED"), (answer.StatusCode, ErrorCode(answer)));
    }

    [Fact]
    public async Task The_same_key_of_another_caller_is_another_key()
    {
        var (key, body) = (Key(), Share());
        await CreateAsync(key, body);
        await CreateAsync(key, body, actor: "admin");
        Assert.Equal(2, await CountAsync(body));
    }

    [Fact]
    public async Task After_24_hours_a_key_is_new()
    {
        var (key, body) = (Key(), Share());
        await CreateAsync(key, body);
        api.Time.Shift += TimeSpan.FromHours(24);
        await CreateAsync(key, body);
        Assert.Equal(2, await CountAsync(body));
    }

    [Fact]
    public async Task What_was_refused_can_be_tried_again_with_the_same_key()
    {
        var (key, body) = (Key(), Share());
        body["sharedProjectIds"] = new JsonArray(api.World.Hidden.ToString());
        Assert.Equal(400, (await CreateAsync(key, body)).StatusCode);
        Assert.Equal(400, (await CreateAsync(key, body)).StatusCode);
        Assert.Equal(0, await CountAsync(body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("schlüssel")]
    [InlineData("tab\tin it")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var answer = await CreateAsync(key, Share());
        Assert.Equal((400, "VALIDATION_FAILED"), (answer.StatusCode, ErrorCode(answer)));
    }

    [Fact]
    public async Task The_longest_key_has_255_characters()
    {
        Assert.Equal(201, (await CreateAsync(new string('k', 255), Share())).StatusCode);
        Assert.Equal(400, (await CreateAsync(new string('k', 256), Share())).StatusCode);
    }

    [Fact]
    public async Task Twenty_at_the_same_time_create_one_share_and_all_that_succeed_name_it()
    {
        var (key, body) = (Key(), Share());
        var instances = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => api.StartInstanceAsync()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => instances[n % 4].SendAsync(Request(key, body, "owner"))));
        foreach (var instance in instances) await instance.DisposeAsync();
        Assert.Equal(1, await CountAsync(body));
        Assert.All(answers, answer => Assert.True(answer.StatusCode == 201 || answer.Headers.ContainsKey("retry-after"), answer.Text));
        Assert.Single(answers.Where(answer => answer.StatusCode == 201).Select(answer => answer.Text).Distinct());
    }

    [Fact]
    public async Task A_request_that_died_anywhere_and_is_repeated_creates_one_share()
    {
        var crashed = true;
        for (var calls = 1; crashed; calls++)
        {
            var (key, body) = (Key(), Share());
            using (var crashing = new CrashingDynamoDb(api.StoreEndpoint, calls))
            {
                await using var dying = await api.StartInstanceAsync(crashing.Client);
                await dying.SendAsync(Request(key, body, "owner"));
                crashed = crashing.HasCrashed;
            }

            api.Time.Shift += TimeSpan.FromSeconds(36);
            Assert.Equal(201, (await CreateAsync(key, body)).StatusCode);
            Assert.Equal(1, await CountAsync(body));
            Assert.InRange(calls, 1, 20);
        }
    }

    private static string? ErrorCode(HttpApiAnswer answer) => answer.Json.GetProperty("errorCode").GetString();

    private static string Key() => Path.GetRandomFileName();

    private JsonObject Share() => new()
    {
        ["name"] = $"repeated {Interlocked.Increment(ref _names)} {Path.GetRandomFileName()}",
        ["description"] = "",
        ["classificationIds"] = new JsonArray(),
        ["conditions"] = new JsonArray(),
        ["sharedProjectIds"] = new JsonArray(api.World.Subscriber.ToString()),
    };

    private HttpApiEvent Request(string? key, JsonObject body, string actor)
    {
        var request = Actors.Request(actor, "POST", $"/projects/{api.World.Publisher}/shares", body.ToJsonString());
        return key is null ? request : request.WithHeader("idempotency-key", key);
    }

    private Task<HttpApiAnswer> CreateAsync(string? key, JsonObject body, string actor = "owner") => api.SendAsync(Request(key, body, actor));

    private async Task<int> CountAsync(JsonObject body)
    {
        var name = body["name"]!.GetValue<string>();
        var listed = await api.GetAsync("owner", $"/projects/{api.World.Publisher}/shares", $"text={Uri.EscapeDataString(name)}");
        return listed.Json.GetArrayLength();
    }
}

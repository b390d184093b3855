using Shares.Access.Tests.Support;
using Shares.Testing;
using Shares.Testing.RuntimeApi;
using Shares.Testing.Sts;

namespace Shares.Access.Tests.Faults;

/// <summary>
/// Each call to STS of each way to get a session goes wrong in each way. Nothing is handed out and nothing is on record as handed out; who asks
/// again gets all of it, unless the table refuses meanwhile.
/// </summary>
public sealed class StsFaultTests(AccessWorld world)
{
    private const int MoreCallsThanAnyFlowTakes = 20;

    public static TheoryData<string> Flows => [.. Flow.All.Keys];

    public static TheoryData<string> FlowsOfShares => ["pipeline in one session", "pipeline in several sessions", "SHARED_DATASET_DOWNLOAD", "presigned shared files"];

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Whatever_goes_wrong_at_STS_nothing_is_handed_out_and_asking_again_works(string name)
    {
        var flow = await Flow.All[name](world);
        foreach (var fault in Enum.GetValues<StsFault>())
        {
            await using var function = await world.StartFunctionAsync(TimeProvider.System);
            flow.Scene.Via = function;
            Assert.InRange(await StrikeEachAsync(flow, function, fault), 1, MoreCallsThanAnyFlowTakes);
        }
    }

    [Theory]
    [MemberData(nameof(FlowsOfShares))]
    public async Task What_the_table_refuses_meanwhile_stays_refused_whatever_goes_wrong_at_STS(string name)
    {
        var flow = await Flow.All[name](world);
        foreach (var fault in Enum.GetValues<StsFault>())
        {
            await using var function = await world.StartFunctionAsync(TimeProvider.System);
            flow.Scene.Via = function;
            var before = await Traces.OfAsync(world, flow);
            var admin = flow.Scene.User("admin").Acting();
            function.Sts.Strike(fault, 1);
            function.Sts.WhileInFlight = async () => (await world.Shares.UnsubscribeAsync(flow.Share!, flow.Scene.Subscriber, admin, default)).ValueOrThrow();

            var struck = await flow.AskAsync();
            Assert.True(function.Sts is { HasStruck: true, WhileInFlight: null });
            Assert.True(struck.StatusCode is 503 or 404, $"{fault}: {struck.Text}");
            AssertHoldsNoSecret(struck);
            Assert.Equal("404 NOT_FOUND", (await flow.AskAsync()).Outcome());
            var after = await Traces.OfAsync(world, flow);
            Assert.Equal((before.Usages, before.Logged), (after.Usages, after.Logged));
            await flow.Scene.SubscribeAsync(flow.Share!);
        }
    }

    /// <returns>How many calls the flow makes; presigning keeps its session and makes none once it has one.</returns>
    private async Task<int> StrikeEachAsync(Flow flow, FunctionHost function, StsFault fault)
    {
        for (var call = 1; ; call++)
        {
            var before = await Traces.OfAsync(world, flow);
            function.Sts.Strike(fault, call);
            var answer = await flow.AskAsync();
            if (!function.Sts.HasStruck)
            {
                function.Sts.Heal();
                await AssertWholeAsync(flow, before, answer);
                return call - 1;
            }

            // Where there is something to halve, too many tags are no failure.
            if (fault != StsFault.TooManyTags || flow.Datasets.Count < 2 || answer.StatusCode != 200)
            {
                Assert.True(answer.Outcome() == "503 STORE_UNAVAILABLE", $"{fault} at call {call}: {answer.StatusCode} {answer.Text}");
                Assert.True(answer.Headers.ContainsKey("retry-after"));
                AssertHoldsNoSecret(answer);
                Assert.Equal(before, await Traces.OfAsync(world, flow));
                Assert.Contains(ReasonOf(fault), function.Log, StringComparison.Ordinal);
                answer = await flow.AskAsync();
            }

            await AssertWholeAsync(flow, before, answer);
        }
    }

    private async Task AssertWholeAsync(Flow flow, Traces before, HttpApiAnswer answer)
    {
        Assert.Equal("200", answer.Outcome());
        var expected = flow.Share is null ? before : new Traces(before.Usages + flow.UsagesEach, before.Logged + 1, flow.Datasets.Count);
        Assert.Equal(expected, await Traces.OfAsync(world, flow));
    }

    private static void AssertHoldsNoSecret(HttpApiAnswer answer)
    {
        foreach (var secret in new[] { "accessKeyId", "sessionToken", "X-Amz-Signature", "ASIA" }) Assert.DoesNotContain(secret, answer.Text, StringComparison.Ordinal);
    }

    /// <summary>What the log says of it.</summary>
    private static string ReasonOf(StsFault fault) => fault switch
    {
        StsFault.Throttled => "Throttling",
        StsFault.ServerError => "ServiceUnavailable",
        StsFault.Refused => "AccessDenied",
        StsFault.SignatureTooOld => "SignatureDoesNotMatch",
        StsFault.TooManyTags => "too large for STS",
        StsFault.ClockAhead or StsFault.ClockBehind => fault.ToString(),
        StsFault.NotXml or StsFault.Truncated or StsFault.NoCredentials or StsFault.NoToken or StsFault.NoEnd => "MalformedAnswer",
        _ => "could not be assumed",
    };
}

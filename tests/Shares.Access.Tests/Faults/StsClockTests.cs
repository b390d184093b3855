using Shares.Access.Tests.Support;

namespace Shares.Access.Tests.Faults;

/// <summary>Storage goes by when STS says that a session was issued.</summary>
public sealed class StsClockTests(AccessWorld world)
{
    [Theory]
    [InlineData("pipeline in one session")]
    [InlineData("SHARED_DATASET_DOWNLOAD")]
    [InlineData("presigned shared files")]
    public async Task A_session_that_STS_dates_before_a_revocation_is_not_handed_out_and_a_later_one_is(string name)
    {
        var flow = await Flow.All[name](world);
        await using var function = await world.StartFunctionAsync(TimeProvider.System);
        flow.Scene.Via = function;
        var moment = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        await world.EnforceAsync(flow.Share!.Id, revokedUntil: moment);
        var before = await Traces.OfAsync(world, flow);

        function.Sts.Ahead = TimeSpan.FromMinutes(-5);
        Assert.Equal("503 STORE_UNAVAILABLE", (await flow.AskAsync()).Outcome());
        Assert.Equal(before, await Traces.OfAsync(world, flow));

        function.Sts.Ahead = TimeSpan.Zero;
        Assert.Equal("200", (await flow.AskAsync()).Outcome());
    }
}

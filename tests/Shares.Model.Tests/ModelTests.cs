using Shares.Model.Tests.Generating;
using Shares.Model.Tests.Running;

namespace Shares.Model.Tests;

/// <summary>
/// The functions agree with a small model of the rules on every answer, whatever is asked of them and in whatever order. A difference is
/// reported with the shortest sequence that shows it, and with CsCheck's seed, by which <c>CsCheck_Seed</c> repeats it.
/// </summary>
public sealed class ModelTests(SharedStorage storage, ITestOutputHelper output)
{
    private const int Lanes = 3;

    [Fact]
    public async Task Ten_thousand_operations_one_after_the_other_are_answered_as_the_rules_say()
    {
        await using var lanes = await Running.Lanes.StartAsync(storage, Lanes, callers: 1);

        await lanes.RunAsync(sequences: 64, length: 160, Sequence.DoAloneAsync, output.WriteLine);

        output.WriteLine(lanes.Tally.ToString());
        Assert.InRange(lanes.Tally.Operations, 10_000, int.MaxValue);
        AssertVaried(lanes.Tally);
    }

    [Fact]
    public async Task Operations_at_the_same_time_are_answered_as_if_done_in_some_order()
    {
        await using var lanes = await Running.Lanes.StartAsync(storage, Lanes, AnyOperation.MostCallers);

        await lanes.RunAsync(sequences: 20, length: 25, Sequence.DoTogetherAsync, output.WriteLine);

        output.WriteLine(lanes.Tally.ToString());
        Assert.InRange(lanes.Tally.Operations, 3_000, int.MaxValue);
    }

    /// <summary>Every kind of operation has succeeded, and every refusal that the rules know has occurred: else nothing is said of it.</summary>
    private static void AssertVaried(Tally tally)
    {
        var kinds = typeof(Operations.Operation).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Operations.Operation)) && !type.IsAbstract && !type.IsSubclassOf(typeof(Operations.Happening)));
        Assert.Empty(kinds.Select(kind => kind.Name).Except(tally.KindsThatSucceeded));
        Assert.Empty(Refusals.Except(tally.Answers));
    }

    private static readonly string[] Refusals =
    [
        "400 VALIDATION_FAILED", "401 UNAUTHENTICATED", "403 ROLE_TOO_LOW", "403 SHARING_DISABLED", "403 SHARE_IS_ANALYZE_ONLY",
        "403 NOT_YOUR_PIPELINE_ROLE", "404 NOT_FOUND", "409 ALREADY_EXISTS", "409 IDEMPOTENCY_KEY_REUSED", "412 VERSION_MISMATCH", "503 NOT_READY",
    ];
}

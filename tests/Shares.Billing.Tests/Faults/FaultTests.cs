using Shares.Billing.Tests.World;

namespace Shares.Billing.Tests.Faults;

/// <summary>
/// Each call to AWS of each job goes wrong in each way: to the table, to S3, to CloudWatch, Cost Explorer, SNS and the list of addresses. The next run
/// leaves everything as if nothing had happened: no month is closed twice, nothing counts twice, and nothing is lost.
/// </summary>
public sealed class FaultTests(Storage storage)
{
    private const int MoreCallsThanAnyJobMakes = 150;

    public static TheoryData<string, Fault> Each { get; } = [.. from scenario in Scenario.All.Keys from fault in Enum.GetValues<Fault>() select (scenario, fault)];

    [Theory]
    [MemberData(nameof(Each))]
    public async Task Whatever_call_goes_wrong_the_next_run_leaves_what_a_run_without_faults_does(string name, Fault fault)
    {
        var scenario = Scenario.All[name];
        var expected = await RunAsync(scenario, null);
        Assert.Contains(expected!, line => line.StartsWith(scenario.Proof, StringComparison.Ordinal));
        var call = 0;
        for (var isStruck = true; isStruck;)
        {
            Assert.InRange(++call, 1, MoreCallsThanAnyJobMakes);
            var network = new FaultyNetwork(fault, call);
            var found = await RunAsync(scenario, network);
            isStruck = network.Struck is not null;
            if (isStruck) Assert.True(expected!.SequenceEqual(found!), $"After call {call}, {network.Struck}:\n{string.Join('\n', found!.Except(expected!))}\nand not\n{string.Join('\n', expected!.Except(found!))}");
        }

        TestContext.Current.SendDiagnosticMessage($"{name}, {fault}: {call - 1} calls");
        // One that is asked, one that is changed.
        Assert.True(call > (fault == Fault.NotArrived ? 2 : 1), "There were no calls.");
    }

    /// <returns>What is there after a second run.</returns>
    private async Task<IReadOnlyList<string>?> RunAsync(Scenario scenario, FaultyNetwork? network)
    {
        await using var tables = new Tables();
        await using var office = await scenario.OpenAsync(storage, tables);
        var failed = await Record.ExceptionAsync(() => office.RunAsync(scenario.Job, network: network));
        if (network?.Struck is null) Assert.Null(failed);
        if (network is { Struck: null }) return null;
        office.Time.Advance(scenario.UntilNext);
        await office.RunAsync(scenario.Job);
        return await EndState.ReadAsync(office);
    }
}

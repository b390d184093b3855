using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.Faults;

/// <summary>What ends as a whole.</summary>
public sealed class EndingFaultTests(Storage storage, Tables tables) : FaultTests(storage, tables), IClassFixture<Storage>, IClassFixture<Tables>
{
    public static TheoryData<string, Fault> Transitions => Each("earlier end", "expired", "deleted");

    [Theory]
    [MemberData(nameof(Transitions))]
    public Task Ending_converges_whatever_call_fails(string transition, Fault fault) => AssertConvergesAsync(transition, fault);
}

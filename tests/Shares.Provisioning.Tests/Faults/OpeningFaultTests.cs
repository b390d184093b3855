using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.Faults;

/// <summary>What begins, and how it may be used.</summary>
public sealed class OpeningFaultTests(Storage storage, Tables tables) : FaultTests(storage, tables), IClassFixture<Storage>, IClassFixture<Tables>
{
    public static TheoryData<string, Fault> Transitions => Each("created", "made analyze-only", "downloads allowed");

    [Theory]
    [MemberData(nameof(Transitions))]
    public Task Opening_and_restricting_converges_whatever_call_fails(string transition, Fault fault) => AssertConvergesAsync(transition, fault);
}

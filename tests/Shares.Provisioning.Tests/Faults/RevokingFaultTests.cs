using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.Faults;

/// <summary>What ends for somebody, or for a dataset.</summary>
public sealed class RevokingFaultTests(Storage storage, Tables tables) : FaultTests(storage, tables), IClassFixture<Storage>, IClassFixture<Tables>
{
    public static TheoryData<string, Fault> Transitions => Each("unsubscribed", "project taken out", "dataset left", "too many revocations");

    [Theory]
    [MemberData(nameof(Transitions))]
    public Task Revoking_converges_whatever_call_fails(string transition, Fault fault) => AssertConvergesAsync(transition, fault);
}

using Shares.Testing.Contract;

[assembly: AssemblyFixture(typeof(Shares.SystemTests.Support.ContractCoverage))]

namespace Shares.SystemTests.Support;

/// <summary>After all tests: each route that is described was seen to succeed on the running system.</summary>
public sealed class ContractCoverage : IDisposable
{
    public void Dispose()
    {
        if (Coverage.IsOfAllTests) Assert.Empty(ContractCheck.Shared.Coverage.Unsucceeded(ContractCheck.Shared.Document.Operations));
    }
}

using Shares.Testing.Contract;

[assembly: AssemblyFixture(typeof(Shares.Api.Tests.Description.ContractCoverage))]

namespace Shares.Api.Tests.Description;

/// <summary>After all tests: each route of this function was seen to succeed, and to give each refusal that it is described with.</summary>
public sealed class ContractCoverage : IDisposable
{
    /// <summary>
    /// Not provoked on every route: a lost race needs luck or a crash, and the Runtime API's deadline passes in tests of its own.
    /// An open route reads nothing that could fail.
    /// </summary>
    private static readonly string[] Elsewhere = ["CONFLICT", "TIMED_OUT"];

    public void Dispose()
    {
        if (!Coverage.IsOfAllTests) return;
        var operations = RouteCase.All.Select(each => each.Operation).ToList();
        Assert.Empty(ContractCheck.Shared.Coverage.Unsucceeded(operations));
        Assert.Empty(ContractCheck.Shared.Coverage.Unprovoked(operations, Elsewhere).Except(Open(operations)));
    }

    private static IEnumerable<string> Open(IEnumerable<ContractOperation> operations) =>
        operations.Where(operation => operation.Refusals.All(refusal => refusal.Status == 500)).Select(operation => $"{operation.Route} 500 INTERNAL_ERROR");
}

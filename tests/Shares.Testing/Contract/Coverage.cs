using System.Collections.Concurrent;

namespace Shares.Testing.Contract;

/// <summary>Which of the described answers the tests have seen.</summary>
public sealed class Coverage
{
    private readonly ConcurrentDictionary<(string Operation, int Status, string? Code), bool> _seen = new();

    /// <summary>False when the program was told to run some of its tests: what they see says nothing of the rest.</summary>
    public static bool IsOfAllTests { get; } =
        !Environment.GetCommandLineArgs().Any(argument => argument.TrimStart('-') is "class" or "method" or "namespace" or "trait" or "filter");

    internal void Add(ContractOperation operation, int status, string? code) => _seen.TryAdd((operation.Id, status, code), true);

    /// <summary>Routes that no test saw succeed.</summary>
    public IEnumerable<string> Unsucceeded(IEnumerable<ContractOperation> operations) =>
        operations.Where(operation => !_seen.ContainsKey((operation.Id, operation.Success, null))).Select(operation => $"{operation.Route} {operation.Success}");

    /// <summary>Refusals that no test has provoked.</summary>
    public IEnumerable<string> Unprovoked(IEnumerable<ContractOperation> operations, params string[] except) =>
        from operation in operations
        from refusal in operation.Refusals
        where !except.Contains(refusal.Code) && !_seen.ContainsKey((operation.Id, refusal.Status, refusal.Code))
        select $"{operation.Route} {refusal.Status} {refusal.Code}";
}

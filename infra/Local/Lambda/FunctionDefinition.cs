namespace Shares.Local.Lambda;

/// <summary>A function as its template describes it, with the program that runs it here.</summary>
/// <param name="Name">Logical id in the template; the function's name as well.</param>
/// <param name="Program">Absolute path of the executable.</param>
/// <param name="Timeout">Of one invocation, without the start of the process.</param>
/// <param name="Environment">The template's variables.</param>
public sealed record FunctionDefinition(
    string Name,
    string Program,
    string Handler,
    string RoleName,
    int MemoryMegabytes,
    TimeSpan Timeout,
    IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Invocations at once at most, further ones wait; null: as many as of any function.</summary>
    public int? ReservedConcurrency { get; init; }
}

namespace Shares.Local.Processes;

/// <summary>A program to start.</summary>
/// <param name="Path">Absolute, or the name of a program in <c>PATH</c>.</param>
public sealed record ChildProgram(string Path, string WorkingDirectory)
{
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>All of the environment; nothing is inherited but <c>PATH</c> and <c>HOME</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}

using System.Collections.Concurrent;

namespace Shares.Local.Lambda;

/// <summary>
/// Kills the process of a function right after its nth next call of AWS was carried out and before it learns of it, so that tests
/// see what a crash at that point leaves behind. Calls at the start of a process count too. Safe for concurrent use.
/// </summary>
public sealed class CrashControl(SandboxDirectory directory)
{
    private readonly ConcurrentDictionary<string, CrashPlan> _plans = new(StringComparer.Ordinal);

    /// <param name="afterCalls">1 or more; 0 disarms.</param>
    public CrashPlan Arm(string function, int afterCalls) => _plans[function] = new(afterCalls);

    public CrashPlan Status(string function) => _plans.GetValueOrDefault(function) ?? new(AfterCalls: 0);

    /// <summary>Counts a call that is about to be carried out.</summary>
    /// <returns>The process to kill after it; mostly <see langword="null"/>.</returns>
    public Sandbox? Count(HttpRequest request)
    {
        if (_plans.IsEmpty || CallerKey.Of(request) is not { } key || directory.Find(key) is not var (function, sandbox)) return null;
        return _plans.TryGetValue(function, out var plan) && plan.Count() ? sandbox : null;
    }
}

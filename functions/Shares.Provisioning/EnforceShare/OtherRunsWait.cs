using Shares.Provisioning.Settling;

namespace Shares.Provisioning.EnforceShare;

/// <summary>
/// Settles which of several runs at work on one share stays to the end: the one whose name comes first; the others leave. Nothing counts
/// as enforced before, because each may overwrite what another has read back.
/// </summary>
public sealed class OtherRunsWait(EnforcementRecorder recorder, Patience patience, TimeProvider time)
{
    /// <returns>True when this run is alone; false when it is this one that has to leave.</returns>
    internal async Task<bool> AreGoneAsync(EnforcementTask task, CancellationToken ct)
    {
        var end = time.GetUtcNow() + patience.AtMost;
        while (true)
        {
            var now = time.GetUtcNow();
            var others = (await recorder.FindAsync(task.Id, ct)).OtherRuns(task.Run, now);
            if (others.Count == 0) return true;
            if (now > end || others.Keys.Any(name => string.CompareOrdinal(name, task.Run.Name) < 0)) return false;
            await Task.Delay(patience.First, time, ct);
        }
    }
}

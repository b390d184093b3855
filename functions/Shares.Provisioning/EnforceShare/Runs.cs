using Shares.Core.Sharing;

namespace Shares.Provisioning.EnforceShare;

internal static class Runs
{
    /// <summary>The runs beside this one that may be changing storage at this moment.</summary>
    public static IReadOnlyDictionary<string, DateTimeOffset> OtherRuns(this Enforcement? record, WorkingRun run, DateTimeOffset now) =>
        (record?.Runs ?? new Dictionary<string, DateTimeOffset>()).Where(r => r.Key != run.Name && r.Value > now).ToDictionary();
}

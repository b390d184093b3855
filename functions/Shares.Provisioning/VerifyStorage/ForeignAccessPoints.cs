using Microsoft.Extensions.Logging;
using Shares.Aws.AccessPoints;
using Shares.Core.Enforcing;
using Shares.Data.Sharing;
using Shares.Hosting;

namespace Shares.Provisioning.VerifyStorage;

/// <summary>
/// Removes access points that have one of our names and belong to no share: buckets delegate to every access point of such a name.
/// </summary>
public sealed partial class ForeignAccessPoints(
    AccessPointClient accessPoints, ShareStore shares, EnforcementStore enforcements, Metrics metrics, ILogger<ForeignAccessPoints> logger)
{
    /// <param name="names">That exist; those that turn out to belong to a share stay.</param>
    public async Task RemoveAsync(IEnumerable<string> names, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names)
        {
            if (await BelongsToShareAsync(name, ct)) continue;
            metrics.Add("ForeignAccessPoints", 1);
            if (await accessPoints.DeleteAsync(name, ct) is { } failure) LogStays(name, failure.Code, failure.Detail);
            else LogRemoved(name);
        }
    }

    private async Task<bool> BelongsToShareAsync(string name, CancellationToken ct) =>
        AccessPointName.TryParse(name, out var ours)
        && (await shares.FindAsync(ours.ShareId, ct) is not null || await enforcements.FindAsync(ours.ShareId, ct) is not null);

    [LoggerMessage(170, LogLevel.Error, "Access point {Name} belonged to no share and was deleted")]
    private partial void LogRemoved(string name);

    [LoggerMessage(171, LogLevel.Error, "Access point {Name} belongs to no share and cannot be deleted: {Code}, {Reason}")]
    private partial void LogStays(string name, string code, string reason);
}

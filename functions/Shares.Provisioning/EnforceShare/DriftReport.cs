using Microsoft.Extensions.Logging;
using Shares.Aws.Http;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Hosting;

namespace Shares.Provisioning.EnforceShare;

/// <summary>Tells operators what others have changed in storage; people see the same in the share's enforcement.</summary>
public sealed partial class DriftReport(Metrics metrics, ILogger<DriftReport> logger)
{
    public void Found(ShareId share, IReadOnlyCollection<Difference> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        if (differences.Count > 0) metrics.Add("StorageDifferences", differences.Count);
        foreach (var difference in differences) LogDifference(share, difference.Where, difference.Kind, difference.Detail);
    }

    /// <summary>Nothing is known, so nothing is changed.</summary>
    public Outcome Unread(ShareId share, AwsFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        metrics.Add("VerificationFailures", 1);
        LogUnread(share, failure.Code, failure.Detail);
        return failure.IsTransient ? Outcome.TryAgain : Outcome.Failed;
    }

    [LoggerMessage(110, LogLevel.Error, "Others have changed storage of share {ShareId}: {Where}, {Kind}, {Detail}")]
    private partial void LogDifference(ShareId shareId, string where, DifferenceKind kind, string detail);

    [LoggerMessage(111, LogLevel.Warning, "Storage of share {ShareId} could not be compared: {Code}, {Reason}")]
    private partial void LogUnread(ShareId shareId, string code, string reason);
}

using Shares.Core.Canaries;
using Shares.Core.Sharing;

namespace Shares.Canary.TryDoors;

/// <summary>What the analyze access point must refuse to a pipeline's own session. That analyses work is seen from inside the VPC alone.</summary>
public sealed class AnalyzeDoors(CanarySessions sessions, Visitor visitor)
{
    /// <returns>None when STS makes no session.</returns>
    public async Task<IReadOnlyList<Door>> OfAsync(ProvisionedAccessPoint at, string bucket, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (await sessions.PipelineAsync(at.Name, ct) is not { } session) return [];
        return
        [
            new(CanaryTrial.OutsideVpc, at.Name, token => visitor.ReadAsync(session, at.Alias, CanaryIdentity.Dataset, token)),
            new(CanaryTrial.PresignedAnalysis, at.Name, token => visitor.OpenUrlAsync(session, at.Alias, TimeSpan.Zero, token)),
            new(CanaryTrial.DirectlyOnBucket, at.Name, token => visitor.ReadAsync(session, bucket, CanaryIdentity.Dataset, token)),
        ];
    }
}

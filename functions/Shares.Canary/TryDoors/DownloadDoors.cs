using Shares.Core.Canaries;
using Shares.Core.Enforcing;
using Shares.Core.Sharing;

namespace Shares.Canary.TryDoors;

/// <summary>What the download access point must allow, and what it must refuse.</summary>
public sealed class DownloadDoors(CanarySessions sessions, HeldSessions held, Visitor visitor)
{
    /// <summary>A minute over the 15 that the access point's policy allows.</summary>
    private static readonly TimeSpan TooOld = TimeSpan.FromMinutes(16);

    /// <param name="isObjectThere">False: what must work is only listed, since without the object a reading says nothing.</param>
    /// <param name="revocations">That storage was read back with.</param>
    /// <returns>None when STS makes no session.</returns>
    public async Task<IReadOnlyList<Door>> OfAsync(
        ProvisionedAccessPoint at, string bucket, bool isObjectThere, RevocationList revocations, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (await sessions.DownloadAsync(at.Name, ct) is not { } session || await sessions.PipelineAsync(at.Name, ct) is not { } pipeline) return [];
        var doors = new List<Door>
        {
            new(CanaryTrial.OldSignature, at.Name, token => visitor.OpenUrlAsync(session, at.Alias, TooOld, token)),
            new(CanaryTrial.OtherDataset, at.Name, token => visitor.ListAsync(session, at.Alias, CanaryIdentity.OtherDataset, token)),
            new(CanaryTrial.OtherRole, at.Name, token => visitor.ReadAsync(pipeline, at.Alias, CanaryIdentity.Dataset, token)),
            new(CanaryTrial.DirectlyOnBucket, at.Name, token => visitor.ReadAsync(session, bucket, CanaryIdentity.Dataset, token)),
            new(CanaryTrial.Download, at.Name, token => isObjectThere
                ? visitor.ReadAsync(session, at.Alias, CanaryIdentity.Dataset, token)
                : visitor.ListAsync(session, at.Alias, CanaryIdentity.Dataset, token)),
        };
        if (isObjectThere) doors.Add(new(CanaryTrial.PresignedDownload, at.Name, token => visitor.OpenUrlAsync(session, at.Alias, TimeSpan.Zero, token)));
        doors.AddRange(held.Refused(at.Name, revocations).Select(each => new Door(
            CanaryTrial.AfterRevocation, at.Name, token => visitor.ReadAsync(each.Session, at.Alias, CanaryIdentity.Dataset, token))));
        return doors;
    }
}

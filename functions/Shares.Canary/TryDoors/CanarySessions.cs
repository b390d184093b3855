using Shares.Aws.Sessions;
using Shares.Core;
using Shares.Core.Canaries;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sessions;

namespace Shares.Canary.TryDoors;

/// <summary>
/// Sessions of the roles that everybody's sessions are of. Their trust in this function's role is for the canary's dataset alone, so no session
/// of it reads anybody's data, whatever it asks for.
/// </summary>
public sealed class CanarySessions(SessionVendor vendor, CanarySettings settings, TimeProvider time)
{
    public async Task<VendedCredentials?> PipelineAsync(AccessPointName accessPoint, CancellationToken ct) =>
        (await VendAsync(settings.PipelineRoleArn, CanaryIdentity.Project, Reading(CanaryIdentity.Project, accessPoint), ct))?.Credentials;

    public async Task<VendedCredentials?> DownloadAsync(AccessPointName accessPoint, CancellationToken ct) =>
        (await DownloadAsync(CanaryIdentity.Project, accessPoint, ct))?.Credentials;

    /// <param name="subscriber">In whose name.</param>
    public Task<VendedSession.Vended?> DownloadAsync(ProjectId subscriber, AccessPointName accessPoint, CancellationToken ct) =>
        VendAsync(settings.DownloadRoleArn, subscriber, Reading(subscriber, accessPoint), ct);

    public async Task<VendedCredentials?> UploadAsync(string bucket, CancellationToken ct) =>
        (await VendAsync(settings.UploadRoleArn, CanaryIdentity.Project, SessionTags.Upload(CanaryIdentity.Project, bucket, CanaryIdentity.Dataset), ct))
            ?.Credentials;

    private static IReadOnlyDictionary<string, string> Reading(ProjectId subscriber, AccessPointName accessPoint) =>
        SessionTags.SharedDownload(subscriber, new Grant(accessPoint, CanaryIdentity.Dataset));

    /// <returns>Null when STS makes none; the log has why.</returns>
    private async Task<VendedSession.Vended?> VendAsync(string role, ProjectId subscriber, IReadOnlyDictionary<string, string> tags, CancellationToken ct)
    {
        var request = new SessionRequest(role, SessionIdentity.Of(subscriber, CanaryIdentity.User), tags, time.GetUtcNow() + Limits.SessionLifetime);
        return await vendor.VendAsync(request, ct) as VendedSession.Vended;
    }
}

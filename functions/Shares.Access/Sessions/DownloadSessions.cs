using Shares.Access.Deciding;
using Shares.Aws.Sessions;
using Shares.Core;
using Shares.Core.Access;
using Shares.Core.Enforcing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sessions;

namespace Shares.Access.Sessions;

/// <summary>
/// Sessions of SharesDownloadRole for one person: for one dataset through one share, or for all datasets of their own project.
/// Callers have been granted the download just before.
/// </summary>
internal sealed class DownloadSessions(
    SessionVendor vendor, DatasetAccess access, LiveGrants grants, SessionCache cache, AccessSettings settings, TimeProvider time)
{
    /// <summary>A session for signing URLs that live up to 15 minutes; made by STS only when none is at hand.</summary>
    public async Task<Result<VendedCredentials>> ForSigningAsync(ProjectCaller caller, UserId user, GrantedDataset dataset, CancellationToken ct)
    {
        var key = SessionKey.Of(caller, user, dataset);
        if (cache.Find(key) is { } session) return session;
        var made = dataset.Through is null
            ? await NewForOwnAsync(caller, user, Limits.SessionLifetime, ct)
            : await NewForSharedAsync(caller, user, dataset, Limits.SessionLifetime, ct);
        if (made.Succeeded(out session, out _)) cache.Keep(key, session);
        return made;
    }

    /// <summary>Reads every dataset of the person's own project.</summary>
    public Task<Result<VendedCredentials>> NewForOwnAsync(ProjectCaller caller, UserId user, TimeSpan lifetime, CancellationToken ct) =>
        VendAsync(caller, user, SessionTags.OwnDownload(caller.Project.Id, caller.Project.Bucket), time.GetUtcNow() + lifetime, [], ct);

    /// <summary>Reads one dataset through the download access point of one share.</summary>
    public Task<Result<VendedCredentials>> NewForSharedAsync(
        ProjectCaller caller, UserId user, GrantedDataset dataset, TimeSpan lifetime, CancellationToken ct)
    {
        var tags = SessionTags.SharedDownload(caller.Project.Id, dataset.Grant(AccessPointKind.Download));
        return VendAsync(caller, user, tags, dataset.SessionEnd(time.GetUtcNow() + lifetime), [dataset], ct);
    }

    private async Task<Result<VendedCredentials>> VendAsync(
        ProjectCaller caller,
        UserId user,
        IReadOnlyDictionary<string, string> tags,
        DateTimeOffset until,
        IReadOnlyList<GrantedDataset> shared,
        CancellationToken ct)
    {
        var request = new SessionRequest(settings.Storage.DownloadRoleArn, SessionIdentity.Of(caller.Project.Id, user), tags, until);
        await grants.WaitForRevocationsAsync(shared, ct);
        if (await vendor.VendAsync(request, ct) is not VendedSession.Vended vended || LiveGrants.IsRefused(shared, vended.IssuedAt)) return Outage.OfSessions;
        await grants.RecordAsync(caller.Project.Id, user, shared, ct);
        return await access.RecheckAsync(caller, shared, Purpose.Download, ct) is { } refusal ? refusal : vended.Credentials;
    }
}

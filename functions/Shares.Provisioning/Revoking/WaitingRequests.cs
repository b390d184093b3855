using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Data.Sharing;

namespace Shares.Provisioning.Revoking;

/// <summary>Works off the requests that were written with changes that took access away.</summary>
public sealed class WaitingRequests(EnforcementStore enforcements, UsageStore usages, Revoker revoker, TimeProvider time)
{
    /// <summary>May be repeated: a request that is on record is gone.</summary>
    public async Task RevokeAsync(ShareId share, CancellationToken ct)
    {
        var (requests, now) = ((await enforcements.ReadAsync(share, ct)).Requests, time.GetUtcNow());
        if (requests.Count == 0) return;
        foreach (var execution in requests.Select(request => request.Subject).OfType<Revoked.Execution>()) await usages.EndAsync(share, execution, ct);
        await revoker.RevokeAsync(share, [.. requests.Select(request => new LostAccess(request.Subject, now))], requests.Min(request => request.At), ct);
        await enforcements.ForgetAsync(requests, ct);
    }
}

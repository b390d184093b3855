using Microsoft.Extensions.DependencyInjection;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Storage = Shares.Model.Tests.Rules.Storage;

namespace Shares.Model.Tests.Running;

/// <summary>Writes into the table what the function of that name writes there when it is done with a share.</summary>
internal static class Provisioning
{
    public static async Task FollowAsync(IServiceProvider services, string shareId, DateTimeOffset now)
    {
        var (shares, enforcement) = (services.GetRequiredService<ShareStore>(), services.GetRequiredService<EnforcementStore>());
        // It may be gone by now.
        if (await shares.FindAsync(UuidId.Parse<ShareId>(shareId), default) is not { } share) return;
        var file = await enforcement.ReadAsync(share.Id, default);
        var isOpen = !share.IsExpired(now);
        var summary = new EnforcementSummary(
            EnforcementState.Enforced,
            isOpen ? Made(share, AccessPointKind.Analyze, Storage.ForAnalyses) : null,
            isOpen && !share.IsViewRestricted ? Made(share, AccessPointKind.Download, Storage.ForDownloads) : null);
        var record = new Enforcement
        {
            State = EnforcementState.Enforced,
            ShareVersion = share.Version,
            AccessPoints = [.. new[] { summary.Analyze, summary.Download }.OfType<ProvisionedAccessPoint>().Select(made => made.Name)],
            UpdatedAt = now,
        };
        Assert.True(await enforcement.ReplaceAsync(share.Id, file.Record, record, summary, default));
        await enforcement.ForgetAsync(file.Requests, default);
        if (file.VerificationAskedAt is { } askedAt) await enforcement.VerifiedAsync(share.Id, askedAt, default);
    }

    private static ProvisionedAccessPoint Made(Share share, AccessPointKind kind, string name) =>
        new(DesiredState.WantedName(share, kind), Storage.Alias(share.Id.ToString(), name));
}

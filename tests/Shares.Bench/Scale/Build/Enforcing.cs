using Microsoft.Extensions.DependencyInjection;
using Shares.Core.Enforcing;
using Shares.Core.Sharing;
using Shares.Data.Sharing;

namespace Shares.Bench.Scale.Build;

/// <summary>What Provisioning would have recorded of the share that allows downloads.</summary>
internal static class Enforcing
{
    public static async Task AddAsync(IServiceProvider stores)
    {
        var share = (await stores.GetRequiredService<ShareStore>().FindAsync(ScaleIds.Share(WorldShares.Downloadable), default))!;
        var (analyze, download) = (Made(share, AccessPointKind.Analyze), Made(share, AccessPointKind.Download));
        var record = new Enforcement
        {
            State = EnforcementState.Enforced,
            ShareVersion = share.Version,
            AccessPoints = [analyze.Name, download.Name],
            UpdatedAt = share.UpdatedAt,
        };
        var summary = new EnforcementSummary(EnforcementState.Enforced, analyze, download);
        if (!await stores.GetRequiredService<EnforcementStore>().ReplaceAsync(share.Id, null, record, summary, default))
            throw new InvalidOperationException("The enforcement was not written.");
    }

    private static ProvisionedAccessPoint Made(Share share, AccessPointKind kind) =>
        new(DesiredState.WantedName(share, kind), $"shr-{kind.ToString().ToLowerInvariant()}-ab12cd34ef56gh78ij90kl12mn34use1a-s3alias");
}

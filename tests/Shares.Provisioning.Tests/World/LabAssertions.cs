using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Provisioning.Tests.World;

/// <summary>What has to hold of a share in storage and in the table.</summary>
internal static class LabAssertions
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static IReadOnlyList<string> AccessPointsOf(this Lab lab, ShareId id) =>
        [.. lab.Storage.AccessPoints.List(null).Select(a => a.Name).Where(name => name.StartsWith($"shr-{id.Hex()}-", StringComparison.Ordinal))];

    public static async Task<IReadOnlyList<DesiredAccessPoint>> DesiredAsync(this Lab lab, ShareId id)
    {
        var revocations = (await lab.Enforcements.FindAsync(id, Ct))?.Revocations ?? Revocations.None;
        return DesiredState.Of(await lab.Shares.FindAsync(id, Ct), revocations, lab.Bucket, Function.Context, TimeProvider.System.GetUtcNow());
    }

    /// <summary>Storage is to the letter what the table wants, and the table says so.</summary>
    public static async Task AssertEnforcedAsync(this Lab lab, ShareId id)
    {
        var desired = await lab.DesiredAsync(id);
        Assert.Equal(desired.Select(d => d.Name.ToString()).Order(StringComparer.Ordinal), lab.AccessPointsOf(id));
        foreach (var wanted in desired)
        {
            var found = lab.Storage.AccessPoints.Find(wanted.Name.ToString())!;
            Assert.Equal((wanted.Bucket, wanted.VpcId), (found.Bucket, found.VpcId));
            Assert.Equal(4, found.PublicAccessBlock.Count);
            Assert.True(PolicyText.Same(wanted.Policy, found.Policy), found.Policy);
        }

        var enforcement = await lab.Enforcements.FindAsync(id, Ct);
        if (await lab.Shares.FindAsync(id, Ct) is not { } share)
        {
            Assert.Null(enforcement);
            return;
        }

        Assert.Equal((EnforcementState.Enforced, share.Version, null), (enforcement!.State, enforcement.ShareVersion, enforcement.Reason));
        Assert.NotNull(enforcement.EffectiveAt);
        Assert.NotNull(enforcement.LastVerifiedAt);
        Assert.Null(enforcement.PendingSince);
        Assert.Empty(enforcement.Runs);
        Assert.Equal(share.Version, enforcement.AccountedVersion);
        Assert.Equal(enforcement.Revocations.Latest, share.Enforcement.RevokedUntil);
        Assert.Equal(desired.Select(d => d.Name), enforcement.AccessPoints);
        Assert.Equal(EnforcementState.Enforced, share.Enforcement.State);
        Assert.Equal(desired.Select(d => d.Name), Remembered(share).Select(a => a.Name));
        Assert.All(Remembered(share), known => Assert.Equal(known.Name.ToString(), lab.Storage.AccessPoints.FindByAlias(known.Alias)?.Name));
    }

    /// <summary>Whatever exists is allowed by the table now, or on record as on its way out.</summary>
    public static async Task AssertNothingForgottenAsync(this Lab lab, ShareId id)
    {
        var allowed = (await lab.DesiredAsync(id)).Select(d => d.Name.ToString());
        var recorded = (await lab.Enforcements.FindAsync(id, Ct))?.AccessPoints.Select(name => name.ToString()) ?? [];
        Assert.Empty(lab.AccessPointsOf(id).Except(allowed).Except(recorded));
    }

    private static IEnumerable<ProvisionedAccessPoint> Remembered(Share share) =>
        new[] { share.Enforcement.Analyze, share.Enforcement.Download }.OfType<ProvisionedAccessPoint>();
}

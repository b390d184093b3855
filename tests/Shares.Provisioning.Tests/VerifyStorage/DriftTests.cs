using System.Net;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.VerifyStorage;

public sealed class DriftTests(Storage storage, Tables tables) : IClassFixture<Storage>, IClassFixture<Tables>
{
    /// <summary>When every share is due.</summary>
    private static readonly TimeSpan NextHour = TimeSpan.FromMinutes(56);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ways => [.. Tampering.Ways.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_others_change_is_repaired_within_the_hour_and_reported(string way)
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        var (tamper, kind) = Tampering.Ways[way];
        tamper(lab, share);
        await using var function = lab.Start(later: NextHour);
        await function.VerifyAsync();
        await lab.AssertEnforcedAsync(share);
        var difference = Assert.Single((await RecordAsync(lab, share)).Differences);
        Assert.Equal((kind, new AccessPointName(share, AccessPointKind.Analyze, 1).ToString()), (difference.Kind, difference.Where));
        Assert.Contains($"\"StorageDifferences\":[", function.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_access_point_that_was_replaced_gives_way_to_a_new_generation_so_that_nothing_finds_it_without_its_policy()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        Tampering.Delete(lab, share);
        var network = new Network();
        await using var function = lab.Start(network, later: NextHour);
        await function.VerifyAsync();
        Assert.Equal([new AccessPointName(share, AccessPointKind.Analyze, 2).ToString()], lab.AccessPointsOf(share));
        Assert.DoesNotContain(network.Calls, call => call.StartsWith("PUT", StringComparison.Ordinal) && call.EndsWith($"{share.Hex()}-a1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_as_it_must_be_is_read_and_not_written()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: false);
        var network = new Network();
        await using var function = lab.Start(network, later: NextHour);
        await function.VerifyAsync();
        Assert.All(network.Calls.Where(call => call.Contains(share.Hex(), StringComparison.Ordinal)), call => Assert.StartsWith("GET", call, StringComparison.Ordinal));
        var record = await RecordAsync(lab, share);
        Assert.True(record.LastVerifiedAt > TimeProvider.System.GetUtcNow().AddMinutes(50));
        Assert.True(record.EffectiveAt < TimeProvider.System.GetUtcNow());
        Assert.Empty(record.Differences);
    }

    [Fact]
    public async Task Nothing_is_looked_at_before_it_is_due()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        var network = new Network();
        await using var function = lab.Start(network, later: TimeSpan.FromMinutes(30));
        await function.VerifyAsync();
        Assert.DoesNotContain(network.Calls, call => call.Contains(share.Hex(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-a1", HttpStatusCode.InternalServerError, "InternalError")]
    [InlineData("-a1/policy", HttpStatusCode.ServiceUnavailable, "SlowDown")]
    [InlineData("-a1", HttpStatusCode.Forbidden, "AccessDenied")]
    [InlineData("-a1/policy", HttpStatusCode.Forbidden, "AccessDenied")]
    public async Task A_failed_read_never_leads_to_a_write(string end, HttpStatusCode status, string code)
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        Tampering.Edit(lab, share, statements => statements.RemoveAt(1));
        var network = new Network { Instead = request => request.Is(HttpMethod.Get, $"{share.Hex()}{end}") ? Replies.Error(status, code) : null };
        await using (var function = lab.Start(network, later: NextHour)) await function.VerifyAsync();
        Assert.DoesNotContain(network.Calls, call => call.Contains(share.Hex(), StringComparison.Ordinal) && !call.StartsWith("GET", StringComparison.Ordinal));

        // It is still due the next time, and then repaired.
        await using var next = lab.Start(later: NextHour + TimeSpan.FromMinutes(5));
        await next.VerifyAsync();
        await lab.AssertEnforcedAsync(share);
    }

    [Fact]
    public async Task A_repair_that_fails_leaves_the_share_drifted_with_the_reason()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        Tampering.Edit(lab, share, statements => statements.RemoveAt(1));
        var network = new Network { Instead = request => request.Is(HttpMethod.Put, "/policy") ? Replies.Error(HttpStatusCode.ServiceUnavailable, "SlowDown") : null };
        await using (var function = lab.Start(network, later: NextHour)) await function.VerifyAsync();
        var record = await RecordAsync(lab, share);
        Assert.Equal((EnforcementState.Drifted, EnforcementState.Drifted), (record.State, (await lab.Shares.FindAsync(share, Ct))!.Enforcement.State));
        Assert.Contains("SlowDown", record.Reason, StringComparison.Ordinal);
        Assert.Single(record.Differences);

        await using var next = lab.Start(later: NextHour + TimeSpan.FromMinutes(5));
        await next.VerifyAsync();
        await lab.AssertEnforcedAsync(share);
        Assert.Single((await RecordAsync(lab, share)).Differences);
    }

    [Fact]
    public async Task A_share_that_has_failed_for_good_is_tried_again_within_the_hour()
    {
        var lab = await Lab.OpenAsync(storage, tables, withBucket: false);
        var (share, change) = await lab.PublishAsync(isViewRestricted: true);
        Assert.Empty(await lab.DeliverAsync(change));
        Assert.Equal(EnforcementState.Failed, (await RecordAsync(lab, share)).State);
        storage.Buckets.Create(lab.Bucket);
        await using var function = lab.Start(later: NextHour);
        await function.VerifyAsync();
        await lab.AssertEnforcedAsync(share);
    }

    [Fact]
    public async Task The_access_points_of_a_share_go_soon_after_it_has_expired()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: false, expiresAt: TimeProvider.System.GetUtcNow().AddMinutes(5));
        await using var function = lab.Start(later: TimeSpan.FromMinutes(6));
        await function.VerifyAsync();
        Assert.Empty(lab.AccessPointsOf(share));
        var record = await RecordAsync(lab, share);
        Assert.Equal(EnforcementState.Enforced, record.State);
        Assert.Empty(record.Differences);
    }

    private static async Task<Enforcement> RecordAsync(Lab lab, ShareId share) => (await lab.Enforcements.FindAsync(share, Ct))!;
}

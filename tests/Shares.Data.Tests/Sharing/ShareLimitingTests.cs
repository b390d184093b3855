using Shares.Core;
using Shares.Core.Audit;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Sharing;

public sealed class ShareLimitingTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private static readonly EgressLimit Stops = new(new ByteCount(1000), 12.5m, EgressLimitAction.SuspendDownloads);
    private static readonly EgressUse Used = new(new ByteCount(1200), 3.456m);
    private static readonly BillingPeriod November = BillingPeriod.Of(Now);
    private static readonly Actor Billing = Actor.System("billing");

    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_limit_that_is_reached_suspends_downloads_once_and_wakes_enforcement()
    {
        var share = await PublishAsync();
        Assert.True(await SuspendAsync(share.Id));
        Assert.False(await SuspendAsync(share.Id));
        var after = (await _stores.Shares.FindAsync(share.Id, Ct))!;
        Assert.Equal((false, 2, 2L, EnforcementState.Pending), (after.AllowsDownloads, after.DownloadGeneration, after.Version, after.Enforcement.State));
        Assert.Equal((Stops, November), (after.EgressLimit, after.Suspension!.Period));
        var entry = Assert.Single(await LogAsync(share), e => e.Action == AuditAction.DownloadsSuspended);
        Assert.Equal(("billing", "1200 bytes, about 3.46 USD, in 2026-11."), (entry.Actor.Id, entry.Note));
    }

    [Fact]
    public async Task Nothing_is_suspended_for_a_limit_that_is_another_by_now_or_of_a_share_that_is_gone()
    {
        var share = await PublishAsync();
        await LimitAsync(share.Id, new EgressLimit(new ByteCount(5000), null, EgressLimitAction.SuspendDownloads));
        Assert.False(await SuspendAsync(share.Id));
        await _stores.Shares.DeleteAsync(share.Id, null, AsAda, Ct);
        Assert.False(await SuspendAsync(share.Id));
        Assert.False((await _stores.Shares.ResumeDownloadsAsync(share.Id, November.Next, Billing, Ct)).ValueOrThrow());
    }

    [Fact]
    public async Task Downloads_go_on_when_the_month_is_over_and_not_before()
    {
        var share = await PublishAsync();
        await SuspendAsync(share.Id);
        Assert.False((await _stores.Shares.ResumeDownloadsAsync(share.Id, November, Billing, Ct)).ValueOrThrow());
        Assert.True((await _stores.Shares.ResumeDownloadsAsync(share.Id, November.Next, Billing, Ct)).ValueOrThrow());
        Assert.False((await _stores.Shares.ResumeDownloadsAsync(share.Id, November.Next, Billing, Ct)).ValueOrThrow());
        var after = (await _stores.Shares.FindAsync(share.Id, Ct))!;
        Assert.Equal((true, 2, 3L), (after.AllowsDownloads, after.DownloadGeneration, after.Version));
        Assert.Equal("The month is over.", Assert.Single(await LogAsync(share), e => e.Action == AuditAction.DownloadsResumed).Note);
    }

    [Fact]
    public async Task What_an_administrator_lifts_goes_on_for_the_month_with_the_reason_in_the_log()
    {
        var share = await PublishAsync();
        await SuspendAsync(share.Id);
        var lifted = (await _stores.Shares.ChangeLimitAsync(share.Id, 2, AsAda, "A deadline.", s => Task.FromResult<Result<Share>>(s.LiftFor(November)), Ct)).ValueOrThrow();
        Assert.Equal((true, November), (lifted.AllowsDownloads, lifted.LiftedPeriod));
        Assert.False(await SuspendAsync(share.Id));
        var entry = Assert.Single(await LogAsync(share), e => e.Action == AuditAction.DownloadsResumed);
        Assert.Equal(("ada", "A deadline."), (entry.Actor.Id, entry.Note));
    }

    [Fact]
    public async Task A_change_of_the_limit_minds_the_version_and_writes_nothing_when_there_is_nothing_to_change()
    {
        var share = await PublishAsync();
        Task<Result<Share>> ChangeAsync(long? version, EgressLimit? limit) =>
            _stores.Shares.ChangeLimitAsync(share.Id, version, AsAda, null, s => Task.FromResult<Result<Share>>(s.Limit(limit, default)), Ct);
        Assert.Equal(ErrorCode.VersionMismatch, (await ChangeAsync(7, null)).Failure?.Code);
        Assert.Equal(1, (await ChangeAsync(1, Stops)).ValueOrThrow().Version);
        Assert.Equal(2, (await ChangeAsync(1, null)).ValueOrThrow().Version);
        Assert.Equal([AuditAction.ShareCreated, AuditAction.ShareUpdated], (await LogAsync(share)).Select(e => e.Action));
    }

    [Fact]
    public async Task The_list_has_exactly_the_shares_with_a_limit()
    {
        var limited = await PublishAsync();
        var (without, later) = (await PublishAsync(limit: null), await PublishAsync(limit: null));
        var (deleted, lost) = (await PublishAsync(), await PublishAsync());
        await LimitAsync(later.Id, Stops);
        await _stores.Shares.DeleteAsync(deleted.Id, null, AsAda, Ct);
        await _stores.Shares.UpdateAsync(lost.Id, null, AsAda, s => s.Limit(null, default), Ct);
        var listed = await _stores.Shares.ListLimitedAsync(Ct).Select(s => s.Id).ToListAsync(Ct);
        Assert.Equal([true, false, true, false, false], new[] { limited, without, later, deleted, lost }.Select(s => listed.Contains(s.Id)));
    }

    [Fact]
    public async Task Suspending_lifting_raising_and_editing_at_once_lose_nothing_and_open_no_door_twice()
    {
        var share = await PublishAsync();
        Assert.True(await SuspendAsync(share.Id));
        var workers = Enumerable.Range(0, 6).Select(async kind =>
        {
            var done = new List<(int Kind, bool IsDone)>();
            for (var n = 0; n < 10; n++) done.Add((kind, await DoAsync(share.Id, kind)));
            return done;
        });
        var results = (await Task.WhenAll(workers)).SelectMany(done => done).ToList();
        var after = (await _stores.Shares.FindAsync(share.Id, Ct))!;
        var log = await LogAsync(share);
        int Count(AuditAction action) => log.Count(entry => entry.Action == action);

        Assert.Equal(results.Count(r => r is { Kind: 0, IsDone: true }), after.Description.Length);
        Assert.Equal(after.Suspension is null ? 0 : 1, Count(AuditAction.DownloadsSuspended) - Count(AuditAction.DownloadsResumed));
        Assert.Equal(1 + results.Count(r => r is { Kind: 1 or 2, IsDone: true }), Count(AuditAction.DownloadsSuspended));
        Assert.Equal(after.EgressLimit is not null, await _stores.Shares.ListLimitedAsync(Ct).AnyAsync(s => s.Id == share.Id, Ct));
        AssertNoGenerationServesTwice(log);
        await ShareConsistency.AssertAsync(_stores, share.Id, share.PublisherId, []);
        TestContext.Current.SendDiagnosticMessage($"{after.Version - 2} of 60 changes came through, {Count(AuditAction.DownloadsSuspended) - 1} of them suspensions");

        // As many generations as there were ends of downloads: each end took one.
        void AssertNoGenerationServesTwice(IEnumerable<AuditEvent> entries)
        {
            var (isRestricted, isSuspended, generation) = (false, false, 1);
            foreach (var entry in entries)
            {
                var allowed = !isRestricted && !isSuspended;
                if (entry.Action == AuditAction.DownloadsSuspended) isSuspended = true;
                if (entry.Action == AuditAction.DownloadsResumed) isSuspended = false;
                if (entry.Changes.FirstOrDefault(change => change.Field == "isViewRestricted")?.After is [var now]) isRestricted = now == "true";
                if (allowed && (isRestricted || isSuspended)) generation++;
            }

            Assert.Equal((isSuspended, isRestricted), (after.Suspension is not null, after.IsViewRestricted));
            Assert.Equal(generation, after.DownloadGeneration);
        }
    }

    private async Task<bool> DoAsync(ShareId id, int kind) => kind switch
    {
        0 => (await _stores.Shares.UpdateAsync(id, null, AsAda, s => s with { Description = s.Description + "x" }, Ct)).Failure is null,
        1 or 2 => (await _stores.Shares.SuspendDownloadsAsync(id, Stops, Used, November, Billing, Ct)) is { Failure: null } result && result.ValueOrThrow(),
        3 => (await _stores.Shares.ResumeDownloadsAsync(id, November.Next, Billing, Ct)) is { Failure: null } result && result.ValueOrThrow(),
        4 => (await _stores.Shares.UpdateAsync(id, null, AsAda, s => (s with { IsViewRestricted = !s.IsViewRestricted }).After(s), Ct)).Failure is null,
        _ => (await _stores.Shares.ChangeLimitAsync(id, null, AsAda, null, s => Task.FromResult<Result<Share>>(s.Limit(s.EgressLimit is null ? Stops : null, Used)), Ct)).Failure is null,
    };

    private async Task<bool> SuspendAsync(ShareId id) => (await _stores.Shares.SuspendDownloadsAsync(id, Stops, Used, November, Billing, Ct)).ValueOrThrow();

    private async Task LimitAsync(ShareId id, EgressLimit limit) =>
        (await _stores.Shares.ChangeLimitAsync(id, null, AsAda, null, s => Task.FromResult<Result<Share>>(s.Limit(limit, default)), Ct)).ValueOrThrow();

    private Task<Share> PublishAsync() => PublishAsync(Stops);

    private async Task<Share> PublishAsync(EgressLimit? limit)
    {
        var publisher = (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        return (await _stores.Shares.CreateAsync(Share(publisher.Id) with { IsViewRestricted = false, EgressLimit = limit }, AsAda, Ct)).ValueOrThrow();
    }

    /// <summary>What it says of the share, oldest first.</summary>
    private async Task<List<AuditEvent>> LogAsync(Share share)
    {
        var publisher = (await _stores.Projects.FindAsync(share.PublisherId, Ct))!;
        var page = await _stores.Audit.ListAsync(publisher with { CreatedAt = TimeProvider.System.GetUtcNow().AddMonths(-1) }, null, 200, Ct);
        return [.. page.Items.Where(entry => entry.Target.Id == share.Id.ToString()).Reverse()];
    }
}

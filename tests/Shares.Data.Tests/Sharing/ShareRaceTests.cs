using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Sharing;

public sealed class ShareRaceTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_edits_at_once_lose_none_that_was_reported_as_done()
    {
        var share = await PublishAsync([]);
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s with { Description = s.Description + "x" }, Ct)));
        Assert.All(results, result => Assert.True(result.Failure is null or { Code: ErrorCode.Conflict }));
        var done = results.Count(result => result.Failure is null);
        var after = (await _stores.Shares.FindAsync(share.Id, Ct))!;
        Assert.Equal((done, 1 + done), (after.Description.Length, after.Version));
        Assert.NotEqual(0, done);
        TestContext.Current.SendDiagnosticMessage($"{done} of 50 edits came through");
    }

    [Fact]
    public async Task Fifty_subscriptions_at_once_leave_relations_and_mirrors_in_agreement()
    {
        var labs = Many<ProjectId>(50);
        var share = await PublishAsync(labs);
        var results = await Task.WhenAll(labs.Select(lab => _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)));
        Assert.All(results, result => Assert.True(result.Failure is null or { Code: ErrorCode.Conflict }));
        Assert.Equal(results.Count(result => result.Failure is null), (await _stores.SubscribersOf(share.Id)).Count);
        await ShareConsistency.AssertAsync(_stores, share.Id, share.PublisherId, labs);
    }

    [Fact]
    public async Task Editing_subscribing_and_leaving_at_once_leave_relations_and_mirrors_in_agreement()
    {
        var labs = Many<ProjectId>(10);
        var share = await PublishAsync(labs);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async number =>
        {
            var lab = labs[number % labs.Count];
            if (number % 3 == 0) await _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s with { SharedProjectIds = Toggle(s, lab) }, Ct);
            else if (number % 3 == 1) await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct);
            else await _stores.Shares.UnsubscribeAsync(share, lab, AsBob, Ct);
        }));
        await ShareConsistency.AssertAsync(_stores, share.Id, share.PublisherId, labs);
    }

    [Fact]
    public async Task Renaming_subscribing_and_leaving_at_once_leave_every_name_right()
    {
        var labs = Many<ProjectId>(6);
        var share = await PublishAsync(labs);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
        {
            var lab = labs[number % labs.Count];
            if (number % 4 == 0) await _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s with { Name = $"name {number}", SharedProjectIds = Toggle(s, lab) }, Ct);
            else if (number % 4 == 1) await _stores.Shares.UnsubscribeAsync(share, lab, AsBob, Ct);
            else await _stores.Shares.SubscribeAsync((await _stores.Shares.FindAsync(share.Id, Ct))!, lab, AsBob, Ct);
        }));
        await ShareConsistency.AssertAsync(_stores, share.Id, share.PublisherId, labs);
    }

    private static System.Collections.Frozen.FrozenSet<ProjectId> Toggle(Share share, ProjectId lab) =>
        share.SharedProjectIds.Contains(lab) ? [.. share.SharedProjectIds.Except([lab])] : [.. share.SharedProjectIds, lab];

    private async Task<Share> PublishAsync(IEnumerable<ProjectId> labs)
    {
        var publisher = (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        return (await _stores.Shares.CreateAsync(Share(publisher.Id, labs), AsAda, Ct)).ValueOrThrow();
    }
}

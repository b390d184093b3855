using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Testing.DynamoDb;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Sharing;

/// <summary>The program ends after each of its calls in turn; then the stream's handler repairs. 105 projects take several transactions.</summary>
public sealed class ShareCrashTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;
    private readonly IReadOnlyList<ProjectId> _labs = Many<ProjectId>(105);
    private readonly IReadOnlyList<ProjectId> _others = Many<ProjectId>(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Creating() => CrashEverywhereAsync(
        async publisher => (Old: null, Id: New<ShareId>(), publisher),
        (stores, start) => stores.Shares.CreateAsync(Share(start.Publisher, _labs) with { Id = start.Id, Keywords = ["a", "b", "A"] }, AsAda, Ct));

    [Fact]
    public Task Editing() => CrashEverywhereAsync(
        PublishedAsync,
        (stores, start) => stores.Shares.UpdateAsync(start.Id, null, AsBob, s => s with { SharedProjectIds = [.. _others, _labs[0]] }, Ct));

    [Fact]
    public Task Renaming() => CrashEverywhereAsync(
        PublishedAsync,
        (stores, start) => stores.Shares.UpdateAsync(start.Id, null, AsBob, s => s with { Name = "another name", SharedProjectIds = [_others[0], .. _labs.Skip(1)] }, Ct));

    [Fact]
    public Task Selecting_otherwise() => CrashEverywhereAsync(
        PublishedAsync,
        (stores, start) => stores.Shares.UpdateAsync(start.Id, null, AsBob, s => s with { Selection = new(Conditions(60)), Keywords = ["a", "B"] }, Ct));

    [Fact]
    public Task Subscribing() => CrashEverywhereAsync(
        PublishedAsync,
        (stores, start) => stores.Shares.SubscribeAsync(start.Old!, _labs[7], AsBob, Ct));

    [Fact]
    public Task Unsubscribing() => CrashEverywhereAsync(
        PublishedAsync,
        (stores, start) => stores.Shares.UnsubscribeAsync(start.Old!, _labs[1], AsBob, Ct));

    [Fact]
    public Task Deleting() => CrashEverywhereAsync(
        PublishedAsync,
        (stores, start) => stores.Shares.DeleteAsync(start.Id, null, AsAda, Ct));

    [Fact]
    public async Task A_project_named_again_after_a_crash_that_left_its_subscription_must_accept_again()
    {
        var (old, id, publisher) = await PublishedAsync((await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow().Id);
        foreach (var lab in _labs.Skip(3).Take(60)) (await _stores.Shares.SubscribeAsync(old!, lab, AsBob, Ct)).ValueOrThrow();
        for (var calls = 0; (await _stores.Shares.FindAsync(id, Ct))!.Version == old!.Version; calls++)
        {
            using var crashing = new CrashingDynamoDb(fixture.Table.Endpoint, calls);
            await DieAsync(() => fixture.With(crashing.Client).Shares.UpdateAsync(id, null, AsAda, s => s with { SharedProjectIds = [] }, Ct));
        }

        var left = await _stores.SubscribersOf(id);
        Assert.NotEmpty(left);
        await _stores.Shares.UpdateAsync(id, null, AsAda, s => s with { SharedProjectIds = [.. _labs] }, Ct);
        Assert.Empty(await _stores.SubscribersOf(id));
        await ShareConsistency.AssertAsync(_stores, id, publisher, _labs);
    }

    private async Task CrashEverywhereAsync<T>(
        Func<ProjectId, Task<(Share? Old, ShareId Id, ProjectId Publisher)>> prepare, Func<Stores, (Share? Old, ShareId Id, ProjectId Publisher), Task<T>> work)
    {
        var publisher = (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow().Id;
        var hasCrashed = true;
        for (var calls = 0; hasCrashed; calls++)
        {
            var start = await prepare(publisher);
            using var crashing = new CrashingDynamoDb(fixture.Table.Endpoint, calls);
            await DieAsync(() => work(fixture.With(crashing.Client), start));
            hasCrashed = crashing.HasCrashed;

            await NobodySeesMoreThanTheShareSaysAsync(start.Id, publisher);
            await _stores.Shares.RepairAsync(start.Id, start.Old, Ct);
            await ShareConsistency.AssertAsync(_stores, start.Id, publisher, [.. _labs, .. _others]);
            await _stores.Shares.RepairAsync(start.Id, start.Old, Ct);
            await ShareConsistency.AssertAsync(_stores, start.Id, publisher, [.. _labs, .. _others]);
        }
    }

    private async Task NobodySeesMoreThanTheShareSaysAsync(ShareId id, ProjectId publisher)
    {
        var named = (await _stores.Shares.FindAsync(id, Ct))?.SharedProjectIds ?? [];
        foreach (var lab in new[] { _labs[0], _labs[1], _labs[7], _labs[104], _others[0], _others[29] })
        {
            var listed = await _stores.Shares.ListForProjectAsync(lab, EveryType, Ct);
            Assert.DoesNotContain(listed, related => related.Share.Id == id && !named.Contains(lab));
            var deciding = await _stores.Shares.ListBetweenAsync(publisher, lab, Ct);
            Assert.All(deciding.Where(related => related.Share.Id == id), related => Assert.Equal(named, related.Share.SharedProjectIds));
        }
    }

    /// <summary>A share for all labs, the first three of which have subscribed.</summary>
    private async Task<(Share? Old, ShareId Id, ProjectId Publisher)> PublishedAsync(ProjectId publisher)
    {
        var share = (await _stores.Shares.CreateAsync(Share(publisher, _labs), AsAda, Ct)).ValueOrThrow();
        foreach (var lab in _labs.Take(3)) (await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
        return (share, share.Id, publisher);
    }

    private static IEnumerable<Condition> Conditions(int count) => Enumerable.Range(0, count).Select(n => new Condition(SelectionField.Tag, $"tag {n}"));

    private static async Task DieAsync<T>(Func<Task<T>> work)
    {
        try
        {
            await work();
        }
        catch (CrashException)
        {
            // This is what the test is about.
        }
    }
}

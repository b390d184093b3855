using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Sharing;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Sharing;

public sealed class ListByNameTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private static readonly string[] Names =
    [
        "b", "B", "a", "A b", "a#b", "a$", "a%", "a!", "ab", "éa", "Éb", "straße", "漢字", "\uffee", "😀", "z", "a", "Zz", "😀 a",
    ];

    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Published_and_received_shares_come_merged_by_name_without_regard_to_case_then_by_id()
    {
        var (project, shares) = await SharesAsync();
        var expected = shares.OrderBy(share => NamePosition.Of(share)).Select(share => share.Id).ToList();
        foreach (var pageSize in new[] { 1, 2, 7, 100 })
        {
            Assert.Equal(expected, await IdsAsync(project, EveryType, null, false, pageSize));
            Assert.Equal(expected.AsEnumerable().Reverse(), await IdsAsync(project, EveryType, null, true, pageSize));
        }

        Assert.Equal(["a", "a", "A b", "a!", "a#b", "a$", "a%", "ab", "b", "B"], shares.OrderBy(share => NamePosition.Of(share)).Take(10).Select(share => share.Name));
    }

    [Fact]
    public async Task A_list_goes_on_after_any_position_whether_something_is_there_or_not()
    {
        var (project, shares) = await SharesAsync();
        foreach (var position in shares.Select(NamePosition.Of).Append(NamePosition.Of("a$a", New<ShareId>())))
        {
            var following = shares.Where(share => NamePosition.Of(share).CompareTo(position) > 0).OrderBy(share => NamePosition.Of(share)).Select(share => share.Id);
            Assert.Equal(following, await IdsAsync(project, EveryType, position, false, 5));
            var before = shares.Where(share => NamePosition.Of(share).CompareTo(position) < 0).OrderByDescending(share => NamePosition.Of(share)).Select(share => share.Id);
            Assert.Equal(before, await IdsAsync(project, EveryType, position, true, 5));
        }
    }

    [Theory]
    [InlineData(ShareType.Publisher)]
    [InlineData(ShareType.Subscriber)]
    [InlineData(ShareType.Available)]
    public async Task Only_the_wanted_types_are_listed(ShareType type)
    {
        var (project, _) = await SharesAsync();
        var listed = await _stores.Shares.ListByNameAsync(project, new HashSet<ShareType> { type }, null, false, 100, Ct).ToListAsync(Ct);
        Assert.NotEmpty(listed);
        Assert.All(listed, each => Assert.Equal(type, each.Related.Relation.Type));
        var whole = await _stores.Shares.ListForProjectAsync(project, new HashSet<ShareType> { type }, Ct);
        Assert.Equal(whole.Select(each => each.Share.Id).Order(Comparer<ShareId>.Create((a, b) => a.Value.CompareTo(b.Value))), listed.Select(each => each.Related.Share.Id).Order(Comparer<ShareId>.Create((a, b) => a.Value.CompareTo(b.Value))));
    }

    [Fact]
    public async Task The_last_one_says_so()
    {
        var (project, shares) = await SharesAsync();
        foreach (var pageSize in new[] { 1, 7, shares.Count, 100 })
        {
            var flags = await _stores.Shares.ListByNameAsync(project, EveryType, null, false, pageSize, Ct).Select(each => each.IsLast).ToListAsync(Ct);
            Assert.Equal([.. Enumerable.Repeat(false, shares.Count - 1), true], flags);
        }
    }

    [Fact]
    public async Task What_the_share_itself_does_not_confirm_is_not_listed()
    {
        var (publisher, lab) = (await PublisherAsync(), New<ProjectId>());
        var kept = await CreateAsync(Share(publisher, lab));
        var expired = await CreateAsync(Share(publisher, lab) with { ExpiresAt = TimeProvider.System.GetUtcNow().AddSeconds(-1) });
        var gone = Share(publisher, lab);
        var unnamed = await CreateAsync(Share(publisher));
        var renamed = await CreateAsync(Share(publisher, lab));
        foreach (var share in new[] { gone, unnamed })
            await _stores.Table.PutManyAsync([RelationItem.ToItem(new(lab, publisher, share.Id, ShareType.Available, Ada, Now), share.Name)], Ct);
        await _stores.Table.PutManyAsync([RelationItem.ToItem(new(lab, publisher, renamed.Id, ShareType.Available, Ada, Now), "old name")], Ct);
        await _stores.Table.PutManyAsync([PublishedItem.ToItem(gone), PublishedItem.ToItem(kept with { Name = "old name" })], Ct);

        Assert.Equal([kept.Id], await IdsAsync(lab, EveryType, null, false, 2));
        Assert.Equal(
            new[] { kept, expired, unnamed, renamed }.OrderBy(share => NamePosition.Of(share)).Select(share => share.Id),
            await IdsAsync(publisher, EveryType, null, false, 2));
    }

    [Fact]
    public async Task A_share_follows_its_name_in_every_list()
    {
        var (publisher, lab) = (await PublisherAsync(), New<ProjectId>());
        var (first, second) = (await CreateAsync(Share(publisher, lab) with { Name = "a" }), await CreateAsync(Share(publisher, lab) with { Name = "b" }));
        foreach (var name in new[] { "c", "C", "A" })
        {
            first = (await _stores.Shares.UpdateAsync(first.Id, null, AsAda, s => s with { Name = name }, Ct)).ValueOrThrow();
            var expected = new[] { first, second }.OrderBy(share => NamePosition.Of(share)).Select(share => share.Id).ToList();
            foreach (var project in new[] { publisher, lab }) Assert.Equal(expected, await IdsAsync(project, EveryType, null, false, 10));
            await ShareConsistency.AssertAsync(_stores, first.Id, publisher, [lab]);
        }

        await _stores.Shares.DeleteAsync(first.Id, null, AsAda, Ct);
        Assert.Equal([second.Id], await IdsAsync(publisher, EveryType, null, false, 10));
    }

    [Fact]
    public async Task Shares_are_counted_no_further_than_asked()
    {
        var (publisher, lab) = (await PublisherAsync(), New<ProjectId>());
        for (var n = 0; n < 3; n++) await CreateAsync(Share(publisher, lab));
        Assert.Equal((2, 3), (await _stores.Shares.CountPublishedAsync(publisher, 2, Ct), await _stores.Shares.CountPublishedAsync(publisher, 10, Ct)));
        Assert.Equal((2, 3), (await _stores.Shares.CountReceivedAsync(lab, 2, Ct), await _stores.Shares.CountReceivedAsync(lab, 10, Ct)));
        Assert.Equal((0, 0), (await _stores.Shares.CountPublishedAsync(lab, 2, Ct), await _stores.Shares.CountReceivedAsync(publisher, 2, Ct)));
    }

    /// <summary>A project with shares of all types under every name.</summary>
    private async Task<(ProjectId Project, IReadOnlyList<Share> Shares)> SharesAsync()
    {
        var (project, other) = (await PublisherAsync(), await PublisherAsync());
        var shares = new List<Share>();
        foreach (var (place, name) in Names.Index())
        {
            var share = place % 3 == 0 ? Share(project, other) : Share(other, project);
            shares.Add(await CreateAsync(share with { Name = name }));
            if (place % 3 == 1) (await _stores.Shares.SubscribeAsync(shares[^1], project, AsBob, Ct)).ValueOrThrow();
        }

        return (project, shares);
    }

    private async Task<List<ShareId>> IdsAsync(ProjectId project, IReadOnlySet<ShareType> types, NamePosition? after, bool descending, int pageSize) =>
        await _stores.Shares.ListByNameAsync(project, types, after, descending, pageSize, Ct).Select(each => each.Related.Share.Id).ToListAsync(Ct);

    private async Task<ProjectId> PublisherAsync() => (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow().Id;

    private async Task<Share> CreateAsync(Share share) => (await _stores.Shares.CreateAsync(share, AsAda, Ct)).ValueOrThrow();
}

using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;

namespace Shares.Data.Tests.Sharing;

/// <summary>Recounts from scratch whether what is derived from a share agrees with it.</summary>
internal static class ShareConsistency
{
    /// <summary>Every project that was ever named must be among those given.</summary>
    public static async Task AssertAsync(Stores stores, ShareId id, ProjectId publisher, IReadOnlyCollection<ProjectId> projects)
    {
        var share = await stores.Shares.FindAsync(id, default);
        var items = (await stores.Table.GetManyAsync(projects.Select(project => RelationItem.KeyOf(project, publisher, id)), default)).Values.ToList();
        var relations = items.Select(RelationItem.FromItem).ToList();

        Assert.Equal((share?.SharedProjectIds ?? []).OrderBy(p => p.Value), relations.Select(r => r.ProjectId).OrderBy(p => p.Value));
        Assert.All(items, item => Assert.Equal(share!.Name, RelationItem.NameOf(item)));
        var published = (await stores.SortsOf(ProjectItem.Partition(publisher))).Where(sort => sort.StartsWith(PublishedItem.Prefix, StringComparison.Ordinal));
        Assert.Equal(share is null ? [] : [PublishedItem.KeyOf(share).Sort], published.Where(sort => sort.EndsWith($"{id}", StringComparison.Ordinal)));
        var subscribed = relations.Where(r => r.Type == ShareType.Subscriber).Select(r => $"SUBSCRIBER#{r.ProjectId}");
        Assert.Equal(subscribed.Order(StringComparer.Ordinal), await stores.SubscribersOf(id));
        await AssertMarksAsync(stores, id, share);
    }

    private static async Task AssertMarksAsync(Stores stores, ShareId id, Share? share)
    {
        var keywords = (await stores.SortsOf(ShareItem.Partition(id))).Where(sort => sort.StartsWith("KEYWORD#", StringComparison.Ordinal));
        Assert.Equal((share?.Keywords ?? []).Select(keyword => KeywordItem.MarkOf(id, keyword).Sort).Distinct().Order(StringComparer.Ordinal), keywords);
        foreach (var condition in share?.Selection.Conditions ?? [])
            Assert.Contains(id, await stores.Shares.SharesSelectingAsync(share!.PublisherId, condition, default).Select(s => s.Id).ToListAsync());
    }
}

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
        var keys = projects.Append(publisher).Select(project => RelationItem.KeyOf(project, publisher, id));
        var relations = (await stores.Table.GetManyAsync(keys, default)).Values.Select(RelationItem.FromItem).ToList();

        var named = relations.Where(r => r.Type != ShareType.Publisher).Select(r => r.ProjectId);
        Assert.Equal((share?.SharedProjectIds ?? []).OrderBy(p => p.Value), named.OrderBy(p => p.Value));
        Assert.Equal(share is null ? 0 : 1, relations.Count(r => r.Type == ShareType.Publisher && r.ProjectId == publisher));
        var subscribed = relations.Where(r => r.Type == ShareType.Subscriber).Select(r => $"SUBSCRIBER#{r.ProjectId}");
        Assert.Equal(subscribed.Order(StringComparer.Ordinal), await stores.SubscribersOf(id));
    }
}

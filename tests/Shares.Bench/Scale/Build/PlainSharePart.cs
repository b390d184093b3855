using Shares.Core.Audit;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Shares.Bench.Scale.Build;

/// <summary>The many shares that no use case is about, with all that goes with them in the table, and the usages of one share.</summary>
internal static class PlainSharePart
{
    public static void Fill(TableFile file, ScaleShape shape)
    {
        var rows = Numbers(shape).AsParallel().AsOrdered().SelectMany(n => ItemsOf(WorldShares.At(shape, n)))
            .Concat(Enumerable.Range(0, shape.Usages).AsParallel().AsOrdered().Select(n => UsageItem.ToItem(WorldShares.UsageOf(n))));
        foreach (var row in rows.Select(TableFile.ToRow)) file.Insert(row);
    }

    public static async Task AddCountsAsync(Table table, ScaleShape shape)
    {
        var shares = Numbers(shape).Select(n => WorldShares.At(shape, n)).ToList();
        foreach (var (value, count) in shares.SelectMany(share => share.Conditions).CountBy(value => value))
            await CountAsync(table.Batch().Update(FacetItem.KeyOf(ScaleIds.Publisher, value), FacetItem.AddShares(count)));
        foreach (var (keyword, count) in shares.SelectMany(share => share.Keywords).CountBy(keyword => keyword))
            await CountAsync(table.Batch().Update(KeywordItem.KeyOf(keyword), KeywordItem.Add(keyword, count)));

        async Task CountAsync(WriteBatch batch)
        {
            if (!(await table.WriteAsync(batch, default)).IsCommitted) throw new InvalidOperationException("A count was not written.");
        }
    }

    private static IEnumerable<int> Numbers(ScaleShape shape) => Enumerable.Range(WorldShares.FirstPlain, shape.Shares - WorldShares.FirstPlain);

    private static IEnumerable<Item> ItemsOf(WorldShare world)
    {
        var share = world.ToShare();
        return
        [
            ShareItem.ToItem(share),
            PublishedItem.ToItem(share),
            .. share.SharedProjectIds.Select(project => RelationItem.ToItem(
                new(project, share.PublisherId, share.Id, ShareType.Available, share.CreatedBy, share.CreatedAt), share.Name)),
            .. share.Selection.Conditions.Select(value => SelectsItem.KeyOf(share.PublisherId, value, share.Id).ToItem()),
            .. share.Keywords.Select(keyword => KeywordItem.MarkOf(share.Id, keyword).ToItem()),
            AuditItem.ToItem(ShareAudit.Created(People.Acting(share.CreatedBy), TimeProvider.System.GetUtcNow(), share)),
        ];
    }
}

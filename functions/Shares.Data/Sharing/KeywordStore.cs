using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

/// <summary>The keywords of all shares. They come into being, and go, with the shares that have them: see <see cref="ShareStore"/>.</summary>
public sealed class KeywordStore(Table table)
{
    /// <summary>A page looks at so many, among which some may be in use no more, and then ends, perhaps short.</summary>
    private const int MostExamined = 2000;

    /// <summary>The keywords in use that begin so, in any case, in the order of their letters.</summary>
    /// <param name="after"><see cref="Page{T}.Next"/> of the page before with the same prefix.</param>
    public async Task<Page<KeywordCount>> ListAsync(string? prefix, string? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var beginning = KeyText.Fold(prefix ?? "");
        if (after?.StartsWith(beginning, StringComparison.Ordinal) == false) return new([], null);
        var page = new List<KeywordCount>();
        var (examined, last) = (0, after);
        await foreach (var item in table.QueryAsync(KeywordItem.Partition, beginning, after, limit + 1, ct))
        {
            if (page.Count == limit || examined++ == MostExamined) return new(page, last);
            last = Key.Of(item).Sort;
            if (KeywordItem.FromItem(item) is { Count: > 0 } keyword) page.Add(keyword);
        }

        return new(page, null);
    }
}

using Shares.Core.Ids;
using Shares.Data.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// A keyword, without regard to case: <c>KEYWORD</c>, <c>{folded keyword}</c>; and that a share has it: <c>SHARE#{s}</c>,
/// <c>KEYWORD#{folded keyword}</c>. The keyword's item counts the second kind. Neither is escaped, since nothing follows the keyword.
/// </summary>
public static class KeywordItem
{
    public const string Partition = "KEYWORD";
    private const string MarkPrefix = "KEYWORD#";

    public static Key KeyOf(string keyword) => new(Partition, KeyText.Fold(keyword));

    public static Key MarkOf(ShareId share, string keyword) => new(ShareItem.Partition(share), MarkPrefix + KeyText.Fold(keyword));

    /// <summary>One more or one less share; the latest spelling in use is the one shown.</summary>
    public static Expr Add(string keyword, long count) => count > 0
        ? new("SET #Spelling = :spelling ADD #Count :count", new Item().With(":spelling", keyword).With(":count", count))
        : new("ADD #Count :count", new Item().With(":count", count));

    public static KeywordCount FromItem(Item item) => new(item.Text("Spelling"), item.NumberOrNull("Count") ?? 0);
}

namespace Shares.Web.Paging;

/// <summary>
/// Where an entry stands in a list: by what the list is sorted by, then by its id, both compared by code unit. Pages that begin after a
/// position are right whatever happens between them: no entry comes twice and none that was there throughout is left out, also when the
/// entry at that very position is gone. An entry whose sort value changes counts as one that went and another that came.
/// </summary>
/// <param name="Id">Without control characters.</param>
public readonly record struct ListPosition(string Sort, string Id) : IComparable<ListPosition>
{
    private const char Separator = '\n';

    public int CompareTo(ListPosition other) =>
        string.CompareOrdinal(Sort, other.Sort) is not 0 and var order ? order : string.CompareOrdinal(Id, other.Id);

    public override string ToString() => $"{Id}{Separator}{Sort}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string text, out ListPosition position)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.IndexOf(Separator, StringComparison.Ordinal);
        position = end < 0 ? default : new(text[(end + 1)..], text[..end]);
        return end >= 0;
    }
}

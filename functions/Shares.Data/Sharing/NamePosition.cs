using System.Diagnostics.CodeAnalysis;
using Shares.Core;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

/// <summary>
/// Where a share stands in a list by name: by its name without regard to case, compared code point by code point as the table sorts
/// keys, then by its id.
/// </summary>
[SuppressMessage("Design", "CA1036", Justification = "Compared by sorting alone.")]
public readonly record struct NamePosition : IComparable<NamePosition>
{
    private NamePosition(string foldedName, ShareId id) => (FoldedName, Id) = (foldedName, id);

    public string FoldedName { get; }

    public ShareId Id { get; }

    public static NamePosition Of(Share share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return Of(share.Name, share.Id);
    }

    /// <param name="name">Of a share, folded already or not.</param>
    public static NamePosition Of(string name, ShareId id) => new(KeyText.Fold(name), id);

    /// <summary>False for what is no name.</summary>
    public static bool TryParse(string name, ShareId id, out NamePosition position)
    {
        var valid = TextRule.Name.Accepts(name);
        position = valid ? Of(name, id) : default;
        return valid;
    }

    public int CompareTo(NamePosition other) =>
        KeyText.Compare(FoldedName, other.FoldedName) is not 0 and var order ? order : string.CompareOrdinal(Id.ToString(), other.Id.ToString());
}

using Shares.Local.S3.Storage;

namespace Shares.Local.S3.Listing;

/// <summary>A page of a listing, and the name to go on after when there is more.</summary>
public sealed record ListingPage(IReadOnlyList<StoredObject> Objects, IReadOnlyList<string> CommonPrefixes, string? Next)
{
    private const int Step = 1000;

    /// <param name="delimiter">Keys that hold it after the prefix are rolled up to a common prefix; none when empty.</param>
    /// <param name="after">Key or common prefix that the page begins after.</param>
    public static ListingPage Of(Bucket bucket, string prefix, string delimiter, string after, int maximum)
    {
        var objects = new List<StoredObject>();
        var prefixes = new List<string>();
        if (maximum == 0) return new(objects, prefixes, null);
        var last = after;
        foreach (var stored in From(bucket, prefix, after))
        {
            var name = EntryName(stored.Key, prefix, delimiter);
            // Of a common prefix that was listed already, the rest of its keys.
            if (KeyOrder.Instance.Compare(name, last) <= 0) continue;
            if (objects.Count + prefixes.Count == maximum) return new(objects, prefixes, last);
            if (name == stored.Key) objects.Add(stored);
            else prefixes.Add(name);
            last = name;
        }

        return new(objects, prefixes, null);
    }

    private static IEnumerable<StoredObject> From(Bucket bucket, string prefix, string after)
    {
        var (position, isInclusive) = KeyOrder.Instance.Compare(after, prefix) < 0 ? (prefix, true) : (after, after.Length == 0);
        while (true)
        {
            var page = bucket.Page(position, isInclusive, Step);
            foreach (var stored in page)
            {
                if (!stored.Key.StartsWith(prefix, StringComparison.Ordinal)) yield break;
                yield return stored;
            }

            if (page.Count < Step) yield break;
            (position, isInclusive) = (page[^1].Key, false);
        }
    }

    private static string EntryName(string key, string prefix, string delimiter)
    {
        var end = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? key : key[..(end + delimiter.Length)];
    }
}

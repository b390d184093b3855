using CsCheck;
using Shares.Local.S3.Listing;
using Shares.Local.S3.Storage;

namespace Shares.Local.Tests.S3;

public class ListingPageTests
{
    [Fact]
    public void Pages_of_any_size_add_up_to_the_whole_listing() =>
        Gen.Select(Gen.String[Gen.Char["ab/"], 1, 5].HashSet[0, 20], Gen.Int[1, 4], Gen.Int[0, 2], Gen.Bool)
            .Sample((keys, size, depth, isRolledUp) =>
            {
                var (prefix, delimiter) = ("a/"[..depth], isRolledUp ? "/" : "");
                var folder = Directory.CreateTempSubdirectory("listing-").FullName;
                var none = new Dictionary<string, string>();
                var bucket = Bucket.Create(folder, new BucketInfo("b", default, null, none));
                foreach (var key in keys) bucket.Put(new StoredObject(key, "", 0, "", default, ObjectAttributes.None, none), _ => true);
                var entries = new List<string>();
                for (string? after = ""; after is not null;)
                {
                    var page = ListingPage.Of(bucket, prefix, delimiter, after, size);
                    Assert.InRange(page.Objects.Count + page.CommonPrefixes.Count, 0, size);
                    entries.AddRange(page.Objects.Select(found => found.Key).Concat(page.CommonPrefixes).Order(KeyOrder.Instance));
                    after = page.Next;
                }

                Directory.Delete(folder, recursive: true);
                Assert.Equal(
                    keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
                        .Select(key => Entry(key, prefix, delimiter)).Distinct().Order(KeyOrder.Instance),
                    entries);
            }, iter: 200);

    private static string Entry(string key, string prefix, string delimiter) =>
        delimiter.Length > 0 && key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is var end and >= 0 ? key[..(end + 1)] : key;
}

using Shares.Aws.Objects;
using Shares.Aws.Tests.AccessPoints;

namespace Shares.Aws.Tests.Objects;

public sealed class ObjectListerTests
{
    [Fact]
    public async Task Every_page_is_read_and_paths_are_without_the_prefix()
    {
        await using var s3 = await FaultyS3.StartAsync(Page("more", ("p/a.csv", 1), ("p/b/c.csv", 2)), Page(null, ("p/d", 3)));
        Assert.Equal([new("a.csv", 1), new("b/c.csv", 2), new StoredFile("d", 3)], await ListAsync(s3));
        Assert.Contains("continuation-token=more", s3.Received[1].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_what_they_are_in_storage_whatever_their_characters()
    {
        await using var s3 = await FaultyS3.StartAsync(Page(null, ("p/a+b%2Bc", 1), ("p/%252e%252e", 1), ("p/%C3%BC%0A", 1)));
        Assert.Equal(["a b+c", "%2e%2e", "ü\n"], from file in await ListAsync(s3) select file.Path);
        Assert.Contains("encoding-type=url", s3.Received[0].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_of_empty_folders_are_no_files()
    {
        await using var s3 = await FaultyS3.StartAsync(Page(null, ("p/", 0), ("p/data/", 0), ("p/data/x", 0)));
        Assert.Equal(["data/x"], from file in await ListAsync(s3) select file.Path);
    }

    [Fact]
    public async Task A_prefix_without_objects_is_an_empty_list()
    {
        await using var s3 = await FaultyS3.StartAsync(Page(null));
        Assert.Empty(await ListAsync(s3));
    }

    [Fact]
    public async Task Listing_goes_on_after_a_path()
    {
        await using var s3 = await FaultyS3.StartAsync(Page(null));
        await ListAsync(s3, after: "data/m n.csv");
        Assert.Contains("start-after=p%2Fdata%2Fm%20n.csv", s3.Received[0].Query, StringComparison.Ordinal);
    }

    private static async Task<List<StoredFile>> ListAsync(FaultyS3 s3, string? after = null)
    {
        using var client = Clients.S3(s3.Address);
        return await new ObjectLister(client).ListAsync("bucket", "p/", after, CancellationToken.None).ToListAsync();
    }

    /// <param name="keys">Encoded as S3 does.</param>
    private static Answer Page(string? next, params (string Key, long Size)[] keys) => new(200, $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name><Prefix>p%2F</Prefix><EncodingType>url</EncodingType>
        <IsTruncated>{(next is null ? "false" : "true")}</IsTruncated>{(next is null ? "" : $"<NextContinuationToken>{next}</NextContinuationToken>")}
        {string.Concat(keys.Select(k => $"<Contents><Key>{k.Key}</Key><Size>{k.Size}</Size></Contents>"))}</ListBucketResult>
        """);
}

namespace Shares.Local.S3.Storage;

/// <summary>An object's attributes.</summary>
/// <param name="Blob">Name of the file with its bytes, which is never written again.</param>
/// <param name="ETag">Without quotes.</param>
/// <param name="Checksums">By header, such as <c>x-amz-checksum-crc32</c>; of the whole object.</param>
public sealed record StoredObject(
    string Key,
    string Blob,
    long Size,
    string ETag,
    DateTimeOffset LastModified,
    ObjectAttributes Attributes,
    IReadOnlyDictionary<string, string> Checksums);

/// <summary>What the writer says about an object.</summary>
/// <param name="Headers">System headers answered as they were put, such as <c>Cache-Control</c>.</param>
/// <param name="UserMetadata">By full header name, <c>x-amz-meta-…</c>.</param>
public sealed record ObjectAttributes(
    string ContentType, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> UserMetadata)
{
    public const string DefaultContentType = "binary/octet-stream";

    public static ObjectAttributes None { get; } = new(DefaultContentType, new Dictionary<string, string>(), new Dictionary<string, string>());
}

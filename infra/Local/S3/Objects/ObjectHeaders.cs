using System.Globalization;
using Shares.Local.S3.Storage;
using Shares.Local.Signing;

namespace Shares.Local.S3.Objects;

/// <summary>Attributes of objects as request and response headers.</summary>
public static class ObjectHeaders
{
    private const string MetadataPrefix = "x-amz-meta-";
    private static readonly string[] Kept = ["Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Expires"];

    // Query parameters of a signed GET that replace a header of the answer.
    private static readonly (string Parameter, string Header)[] Overrides =
    [
        ("response-content-type", "Content-Type"), ("response-content-language", "Content-Language"), ("response-expires", "Expires"),
        ("response-cache-control", "Cache-Control"), ("response-content-disposition", "Content-Disposition"),
        ("response-content-encoding", "Content-Encoding"),
    ];

    public static ObjectAttributes Read(IHeaderDictionary headers)
    {
        var kept = new Dictionary<string, string>();
        foreach (var name in Kept)
        {
            var value = headers[name].ToString();
            // The encoding of the transfer to S3, not of the object.
            if (name == "Content-Encoding")
                value = string.Join(',', value.Split(',', StringSplitOptions.TrimEntries).Where(coding => coding != "aws-chunked"));
            if (value.Length > 0) kept[name] = value;
        }

        var metadata = headers.Where(header => header.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        var contentType = headers.ContentType.ToString();
        return new ObjectAttributes(contentType.Length == 0 ? ObjectAttributes.DefaultContentType : contentType, kept, metadata);
    }

    public static string Quoted(string etag) => $"\"{etag}\"";

    /// <param name="withChecksums">Only for whole objects, when the client asks: it compares them with what it gets.</param>
    public static void Write(HttpResponse response, StoredObject stored, RequestTarget request, bool withChecksums)
    {
        var headers = response.Headers;
        headers.ETag = Quoted(stored.ETag);
        headers.LastModified = stored.LastModified.ToString("r", CultureInfo.InvariantCulture);
        headers.AcceptRanges = "bytes";
        headers["x-amz-server-side-encryption"] = "AES256";
        headers.ContentType = stored.Attributes.ContentType;
        foreach (var (name, value) in stored.Attributes.Headers.Concat(stored.Attributes.UserMetadata)) headers[name] = value;
        if (withChecksums) foreach (var (name, value) in stored.Checksums) headers[name] = value;
        foreach (var (parameter, header) in Overrides)
        {
            if (request.Single(parameter) is { } value) headers[header] = value;
        }
    }
}

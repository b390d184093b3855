using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Shares.Local.S3.Http;
using Shares.Local.S3.Objects;
using Shares.Local.Signing;

namespace Shares.Local.S3.Listing;

/// <summary>ListObjectsV2, and the first version for old clients.</summary>
public static class ListObjects
{
    private const int MaximumKeys = 1000;

    public static IReadOnlyDictionary<string, string> Conditions(S3Call call)
    {
        var conditions = new Dictionary<string, string>();
        foreach (var name in (string[])["prefix", "delimiter", "max-keys"])
        {
            if (call.Request.Single(name) is { } value) conditions[$"s3:{name}"] = value;
        }

        return conditions;
    }

    public static async Task<S3Error?> RunAsync(S3Call call)
    {
        var query = call.Request;
        var isVersion2 = query.Single("list-type") == "2";
        // A parameter sent twice is not one that a policy has seen.
        if (query.Query.GroupBy(pair => pair.Key).Any(group => group.Count() > 1)) return S3Error.InvalidArgument("A parameter occurs twice");
        var maximum = MaximumKeys;
        if (query.Single("max-keys") is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out maximum))
            return S3Error.InvalidArgument("Provided max-keys not an integer or within integer range");
        maximum = Math.Min(maximum, MaximumKeys);
        var after = query.Single(isVersion2 ? "start-after" : "marker") ?? "";
        if (isVersion2 && query.Single("continuation-token") is { } token)
        {
            if (FromToken(token) is not { } position) return S3Error.InvalidArgument("The continuation token provided is incorrect");
            after = position;
        }

        var page = ListingPage.Of(call.Bucket!, query.Single("prefix") ?? "", query.Single("delimiter") ?? "", after, maximum);
        await AwsXml.WriteAsync(call.Http.Response, 200, Document(call, page, maximum, isVersion2), call.Aborted);
        return null;
    }

    private static XElement Document(S3Call call, ListingPage page, int maximum, bool isVersion2)
    {
        var query = call.Request;
        var isEncoded = query.Single("encoding-type") == "url";
        string Key(string key) => isEncoded ? UriEncoding.Encode(key, keepSlash: true) : key;
        var echoed = ((string[])["prefix", "delimiter", isVersion2 ? "start-after" : "marker"])
            .Select(name => Element(ElementName(name), query.Single(name) is { } value ? Key(value) : name == "prefix" ? "" : null));
        return new XElement(AwsXml.S3 + "ListBucketResult",
            Element("Name", call.Target!.AccessPoint?.Alias ?? call.Bucket!.Info.Name),
            echoed,
            Element("MaxKeys", maximum.ToString(CultureInfo.InvariantCulture)),
            Element("EncodingType", isEncoded ? "url" : null),
            Element("IsTruncated", page.Next is null ? "false" : "true"),
            isVersion2
                ? new[]
                {
                    Element("KeyCount", (page.Objects.Count + page.CommonPrefixes.Count).ToString(CultureInfo.InvariantCulture)),
                    Element("ContinuationToken", query.Single("continuation-token")),
                    Element("NextContinuationToken", page.Next is null ? null : ToToken(page.Next)),
                }
                : [Element("NextMarker", page.Next is null ? null : Key(page.Next))],
            page.Objects.Select(stored => new XElement(AwsXml.S3 + "Contents",
                Element("Key", Key(stored.Key)),
                Element("LastModified", AwsXml.Time(stored.LastModified)),
                Element("ETag", ObjectHeaders.Quoted(stored.ETag)),
                Element("Size", stored.Size.ToString(CultureInfo.InvariantCulture)),
                Element("StorageClass", "STANDARD"))),
            page.CommonPrefixes.Select(prefix => new XElement(AwsXml.S3 + "CommonPrefixes", Element("Prefix", Key(prefix)))));
    }

    private static XElement? Element(string name, string? value) => value is null ? null : new XElement(AwsXml.S3 + name, value);

    private static string ElementName(string parameter) => parameter switch
    {
        "prefix" => "Prefix",
        "delimiter" => "Delimiter",
        "marker" => "Marker",
        _ => "StartAfter",
    };

    private static string ToToken(string name) => Convert.ToBase64String(Encoding.UTF8.GetBytes(name));

    private static string? FromToken(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}

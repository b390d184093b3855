using System.Xml.Linq;
using Shares.Local.S3.Http;

namespace Shares.Local.S3.Buckets;

/// <summary>A document about a bucket that is kept and answered as it was put. Versions of objects are not kept, and all bytes rest as they are.</summary>
/// <param name="Root">Name of the document's root element.</param>
/// <param name="Initial">What a new bucket answers; <see langword="null"/> when it answers <paramref name="Missing"/>.</param>
public sealed record BucketSetting(string Name, string Root, XElement? Initial, S3Error? Missing, int PutStatus)
{
    public static BucketSetting PublicAccessBlock { get; } = new("publicAccessBlock", "PublicAccessBlockConfiguration",
        new XElement(AwsXml.S3 + "PublicAccessBlockConfiguration",
            new XElement(AwsXml.S3 + "BlockPublicAcls", true), new XElement(AwsXml.S3 + "IgnorePublicAcls", true),
            new XElement(AwsXml.S3 + "BlockPublicPolicy", true), new XElement(AwsXml.S3 + "RestrictPublicBuckets", true)), null, 200);

    public static BucketSetting Versioning { get; } =
        new("versioning", "VersioningConfiguration", new XElement(AwsXml.S3 + "VersioningConfiguration"), null, 200);

    public static BucketSetting Encryption { get; } = new("encryption", "ServerSideEncryptionConfiguration",
        new XElement(AwsXml.S3 + "ServerSideEncryptionConfiguration", new XElement(AwsXml.S3 + "Rule",
            new XElement(AwsXml.S3 + "ApplyServerSideEncryptionByDefault", new XElement(AwsXml.S3 + "SSEAlgorithm", "AES256")),
            new XElement(AwsXml.S3 + "BucketKeyEnabled", false))), null, 200);

    public static BucketSetting Tagging { get; } =
        new("tagging", "Tagging", null, new S3Error(404, "NoSuchTagSet", "The TagSet does not exist"), 204);

    public static BucketSetting Cors { get; } =
        new("cors", "CORSConfiguration", null, new S3Error(404, "NoSuchCORSConfiguration", "The CORS configuration does not exist"), 200);

    public async Task<S3Error?> GetAsync(S3Call call)
    {
        var document = call.Bucket!.Info.Settings.TryGetValue(Name, out var text) ? XElement.Parse(text) : Initial;
        if (document is null) return Missing;
        await AwsXml.WriteAsync(call.Http.Response, 200, document, call.Aborted);
        return null;
    }

    public async Task<S3Error?> PutAsync(S3Call call)
    {
        if (await AwsXml.ReadAsync(call.Http.Request, call.Aborted) is not { } document || document.Name.LocalName != Root) return S3Error.MalformedXml;
        var text = document.ToString(SaveOptions.DisableFormatting);
        call.Bucket!.Update(info => info with { Settings = new Dictionary<string, string>(info.Settings) { [Name] = text } });
        call.Http.Response.StatusCode = PutStatus;
        return null;
    }
}

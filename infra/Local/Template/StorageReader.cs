using System.Text.Json.Nodes;
using System.Xml.Linq;
using Shares.Local.S3.Buckets;
using Shares.Local.S3.Http;

namespace Shares.Local.Template;

internal static class StorageReader
{
    public static BucketModel ReadBucket(Resource resource)
    {
        var bucket = resource.Properties();
        // On one machine all bytes rest as they are, nothing is public, no version is kept and nothing grows old.
        bucket.PassOver(
            "BucketName", "BucketEncryption", "PublicAccessBlockConfiguration", "OwnershipControls", "VersioningConfiguration", "LifecycleConfiguration");
        var cors = bucket.Child("CorsConfiguration") is { } configuration ? ReadCors(configuration) : null;
        bucket.End();
        return new(PhysicalNames.Ref(resource)!, Policy: null, cors);
    }

    private static string ReadCors(Block configuration)
    {
        var document = new XElement(AwsXml.S3 + BucketSetting.Cors.Root);
        foreach (var rule in configuration.Blocks("CorsRules"))
        {
            XElement[] Members(string key, string name) => [.. rule.Texts(key).Select(text => new XElement(AwsXml.S3 + name, text))];
            document.Add(new XElement(AwsXml.S3 + "CORSRule", Members("AllowedMethods", "AllowedMethod"), Members("AllowedOrigins", "AllowedOrigin")));
            rule.End();
        }

        configuration.End();
        return document.ToString(SaveOptions.DisableFormatting);
    }

    public static (string Bucket, JsonNode Policy) ReadPolicy(Resource resource)
    {
        var policy = resource.Properties();
        var read = (policy.RequiredText("Bucket"),
            policy.Json("PolicyDocument") ?? throw resource.Place.Error(policy.Node, "PolicyDocument is missing"));
        policy.End();
        return read;
    }
}

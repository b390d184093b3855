using System.Text.Json.Nodes;

namespace Shares.Local.Template;

internal static class StorageReader
{
    public static BucketModel ReadBucket(Resource resource)
    {
        var bucket = resource.Properties();
        // On one machine all bytes rest as they are, nothing is public, no version is kept and nothing grows old.
        bucket.PassOver(
            "BucketName", "BucketEncryption", "PublicAccessBlockConfiguration", "OwnershipControls", "VersioningConfiguration", "LifecycleConfiguration");
        bucket.End();
        return new(PhysicalNames.Ref(resource)!, Policy: null);
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

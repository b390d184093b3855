using Shares.Local.S3.Buckets;
using Shares.Local.S3.Listing;
using Shares.Local.S3.Multipart;
using Shares.Local.S3.Objects;
using Shares.Local.Signing;

namespace Shares.Local.S3.Http;

/// <summary>Which operation a request means: its method, whether it names an object, and its subresource.</summary>
public static class S3Operations
{
    // A query parameter of these names another operation; one that is not below is refused rather than taken for a plain read.
    private static readonly HashSet<string> Subresources =
    [
        "accelerate", "acl", "analytics", "attributes", "cors", "delete", "encryption", "intelligent-tiering", "inventory", "legal-hold",
        "lifecycle", "location", "logging", "metrics", "notification", "object-lock", "ownershipControls", "policy", "policyStatus",
        "publicAccessBlock", "replication", "requestPayment", "restore", "retention", "select", "tagging", "torrent", "uploads", "uploadId",
        "versioning", "versions", "website",
    ];

    private static readonly Dictionary<string, S3Operation> OnBucket = new()
    {
        ["GET"] = new("s3:ListBucket", ListObjects.RunAsync, true) { Conditions = ListObjects.Conditions },
        ["HEAD"] = new("s3:ListBucket", HeadBucket.RunAsync, true),
        ["PUT"] = new("s3:CreateBucket", CreateBucket.RunAsync, false),
        ["DELETE"] = new("s3:DeleteBucket", DeleteBucket.RunAsync, false),
        ["POST delete"] = new(null, DeleteObjects.RunAsync, true),
        ["GET location"] = new("s3:GetBucketLocation", BucketLocation.RunAsync, true),
        ["GET policy"] = new("s3:GetBucketPolicy", BucketPolicy.GetAsync, false),
        ["PUT policy"] = new("s3:PutBucketPolicy", BucketPolicy.PutAsync, false),
        ["DELETE policy"] = new("s3:DeleteBucketPolicy", BucketPolicy.DeleteAsync, false),
        ["GET publicAccessBlock"] = new("s3:GetBucketPublicAccessBlock", BucketSetting.PublicAccessBlock.GetAsync, false),
        ["PUT publicAccessBlock"] = new("s3:PutBucketPublicAccessBlock", BucketSetting.PublicAccessBlock.PutAsync, false),
        ["GET versioning"] = new("s3:GetBucketVersioning", BucketSetting.Versioning.GetAsync, false),
        ["PUT versioning"] = new("s3:PutBucketVersioning", BucketSetting.Versioning.PutAsync, false),
        ["GET encryption"] = new("s3:GetEncryptionConfiguration", BucketSetting.Encryption.GetAsync, false),
        ["PUT encryption"] = new("s3:PutEncryptionConfiguration", BucketSetting.Encryption.PutAsync, false),
        ["GET metrics"] = new("s3:GetMetricsConfiguration", MetricsConfigurations.GetAsync, false),
        ["PUT metrics"] = new("s3:PutMetricsConfiguration", MetricsConfigurations.PutAsync, false),
        ["DELETE metrics"] = new("s3:PutMetricsConfiguration", MetricsConfigurations.DeleteAsync, false),
        ["GET cors"] = new("s3:GetBucketCORS", BucketSetting.Cors.GetAsync, false),
        ["PUT cors"] = new("s3:PutBucketCORS", BucketSetting.Cors.PutAsync, false),
        ["GET tagging"] = new("s3:GetBucketTagging", BucketSetting.Tagging.GetAsync, false),
        ["PUT tagging"] = new("s3:PutBucketTagging", BucketSetting.Tagging.PutAsync, false),
    };

    private static readonly Dictionary<string, S3Operation> OnObject = new()
    {
        ["GET"] = new("s3:GetObject", GetObject.RunAsync, true) { Name = "GetObject" },
        ["HEAD"] = new("s3:GetObject", GetObject.RunAsync, true) { Name = "HeadObject" },
        ["PUT"] = new("s3:PutObject", PutObject.RunAsync, true) { Name = "PutObject" },
        ["DELETE"] = new("s3:DeleteObject", DeleteObject.RunAsync, true) { Name = "DeleteObject" },
        ["POST uploads"] = new("s3:PutObject", CreateUpload.RunAsync, true) { Name = "CreateMultipartUpload" },
        ["PUT uploadId"] = new("s3:PutObject", UploadPart.RunAsync, true) { Name = "UploadPart" },
        ["GET uploadId"] = new("s3:ListMultipartUploadParts", ListParts.RunAsync, true) { Name = "ListParts" },
        ["POST uploadId"] = new("s3:PutObject", CompleteUpload.RunAsync, true) { Name = "CompleteMultipartUpload" },
        ["DELETE uploadId"] = new("s3:AbortMultipartUpload", AbortUpload.RunAsync, true) { Name = "AbortMultipartUpload" },
    };

    private static readonly S3Operation ListAll = new("s3:ListAllMyBuckets", ListBuckets.RunAsync, false);

    /// <returns><see langword="null"/> for what the local cloud does not have.</returns>
    public static S3Operation? Find(string method, S3Address address, RequestTarget request)
    {
        if (address is { Bucket: "", AccessPoint: null }) return method == "GET" ? ListAll : null;
        var subresource = request.Query.Select(pair => pair.Key).FirstOrDefault(Subresources.Contains);
        var name = subresource is null ? method : $"{method} {subresource}";
        var operation = (address.Key.Length == 0 ? OnBucket : OnObject).GetValueOrDefault(name);
        return operation is { Action: "s3:GetObject" } && request.Has("versionId") ? operation with { Action = "s3:GetObjectVersion" } : operation;
    }
}

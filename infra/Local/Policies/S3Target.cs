using Shares.Local.S3.Storage;
using Shares.Local.S3Control;

namespace Shares.Local.Policies;

/// <summary>The bucket a request is about, and the access point it came through, if any.</summary>
public sealed record S3Target(BucketInfo Bucket, AccessPoint? AccessPoint)
{
    /// <param name="key">An object, or <see langword="null"/> for the bucket itself.</param>
    public string BucketResource(string? key) => key is null ? Bucket.Arn : $"{Bucket.Arn}/{key}";

    public string AccessPointResource(string? key) => key is null ? AccessPoint!.Arn : $"{AccessPoint!.Arn}/object/{key}";
}

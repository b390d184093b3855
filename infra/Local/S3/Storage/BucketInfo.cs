namespace Shares.Local.S3.Storage;

/// <summary>A bucket and its settings.</summary>
/// <param name="Policy">The policy document as it was put.</param>
/// <param name="Settings">Documents that are kept and answered as they were put, by subresource: <c>versioning</c>, <c>encryption</c>, …</param>
public sealed record BucketInfo(string Name, DateTimeOffset CreatedAt, string? Policy, IReadOnlyDictionary<string, string> Settings)
{
    public string Arn => $"arn:aws:s3:::{Name}";
}

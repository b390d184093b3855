using Shares.Local.Identity;

namespace Shares.Local.S3Control;

/// <summary>An access point. Everything but its policy is fixed when it is made.</summary>
/// <param name="Alias">Usable as a bucket name in data requests.</param>
/// <param name="PublicAccessBlock">The settings of Block Public Access that are on; all four unless its maker said otherwise.</param>
/// <param name="VpcId">The only VPC it answers; <see langword="null"/> when it answers the Internet.</param>
public sealed record AccessPoint(
    string Name, string Bucket, string Alias, string? VpcId, IReadOnlyList<string> PublicAccessBlock, DateTimeOffset CreatedAt, string? Policy)
{
    public static readonly IReadOnlyList<string> PublicAccessSettings =
        ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];

    public string Arn => LocalAccount.AccessPointArn(Name);

    /// <summary>The value of <c>s3:AccessPointNetworkOrigin</c>.</summary>
    public string NetworkOrigin => VpcId is null ? "Internet" : "VPC";
}

using Shares.Local.Identity;

namespace Shares.Local.Transfers;

/// <summary>What AWS calls transfer out of S3 on its bill, by where it goes.</summary>
public static class UsageTypes
{
    /// <summary>In us-east-1 without a prefix.</summary>
    public const string Internet = "DataTransfer-Out-Bytes";

    public const string OtherRegion = "USE1-EUW1-AWS-Out-Bytes";

    /// <summary>Nobody pays for it.</summary>
    public const string SameRegion = "";

    /// <param name="vpcId">Null when it did not come through an endpoint in a VPC.</param>
    public static string Of(string address, string? vpcId) =>
        vpcId is not null ? SameRegion : IpRanges.RegionOf(address) switch
        {
            null => Internet,
            LocalAccount.Region => SameRegion,
            _ => OtherRegion,
        };
}

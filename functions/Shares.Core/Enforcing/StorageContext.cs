namespace Shares.Core.Enforcing;

/// <summary>Where shares are enforced: the account and Region of the buckets, the pipelines' VPC, and the roles of the sessions.</summary>
public sealed record StorageContext(
    string Region,
    string AccountId,
    string PipelinesVpcId,
    string PipelineRoleArn,
    string DownloadRoleArn,
    string Partition = "aws")
{
    /// <summary>Matches the ARNs of all access points of shares, and of no others.</summary>
    public string AccessPointArnPattern => $"{AccessPointArnPrefix}{AccessPointName.Prefix}*";

    private string AccessPointArnPrefix => $"arn:{Partition}:s3:{Region}:{AccountId}:accesspoint/";

    public string AccessPointArn(AccessPointName name) => $"{AccessPointArnPrefix}{name}";

    public string BucketArn(string bucket) => $"arn:{Partition}:s3:::{bucket}";

    public string ReaderRoleArn(AccessPointKind kind) => kind == AccessPointKind.Analyze ? PipelineRoleArn : DownloadRoleArn;
}

using Shares.Core.Access;

namespace Shares.Core.Egress.Attributing;

/// <summary>Where the access points of shares are, and whose sessions read through them.</summary>
/// <param name="PipelineRole">Name of the role, without account and path.</param>
/// <param name="DownloadRole">As <paramref name="PipelineRole"/>.</param>
public sealed record AttributionContext(string Partition, string Region, string AccountId, string PipelineRole, string DownloadRole)
{
    /// <exception cref="FormatException">One of the ARNs is not that of a role.</exception>
    public static AttributionContext Of(string partition, string region, string accountId, string pipelineRoleArn, string downloadRoleArn)
    {
        static string NameOf(string arn) => RoleArn.TryParse(arn, out var role) ? role.Name : throw new FormatException($"Not the ARN of a role: {arn}");
        return new(partition, region, accountId, NameOf(pipelineRoleArn), NameOf(downloadRoleArn));
    }
}

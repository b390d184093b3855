using Amazon;
using Microsoft.Extensions.Configuration;
using Shares.Core.Enforcing;

namespace Shares.Provisioning;

/// <summary>What the template tells the function.</summary>
/// <param name="OwnRoleArn">The role that the function itself runs with.</param>
/// <param name="S3">Where S3 is emulated; null for S3 itself.</param>
/// <param name="S3Control">The same for S3 Control.</param>
public sealed record ProvisioningSettings(string TableName, StorageContext Storage, string OwnRoleArn, Uri? S3, Uri? S3Control)
{
    /// <exception cref="InvalidOperationException">A variable is not set; the message names it.</exception>
    public static ProvisioningSettings From(IConfiguration configuration)
    {
        var region = Required(configuration, "AWS_REGION");
        var storage = new StorageContext(
            region,
            Required(configuration, "SHARES_ACCOUNT_ID"),
            Required(configuration, "PIPELINES_VPC_ID"),
            Required(configuration, "SHARES_PIPELINE_ROLE_ARN"),
            Required(configuration, "SHARES_DOWNLOAD_ROLE_ARN"),
            RegionEndpoint.GetBySystemName(region).PartitionName);
        return new(
            Required(configuration, "TABLE_NAME"), storage, Required(configuration, "SHARES_PROVISIONING_ROLE_ARN"), Address(configuration, "AWS_ENDPOINT_URL_S3"),
            Address(configuration, Aws.AccessPoints.S3ControlHttp.EndpointVariable));
    }

    private static string Required(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"{name} is not set.");

    private static Uri? Address(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value ? new Uri(value) : null;
}

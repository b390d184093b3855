using Amazon;
using Microsoft.Extensions.Configuration;
using Shares.Aws.Objects;
using Shares.Core.Enforcing;

namespace Shares.Access;

/// <summary>What the function is told by its environment.</summary>
/// <param name="StsEndpoint">Null for STS itself.</param>
public sealed record AccessSettings(string TableName, StorageContext Storage, string UploadRoleArn, S3Location S3, Uri? StsEndpoint)
{
    /// <exception cref="InvalidOperationException">A variable is missing.</exception>
    public static AccessSettings From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string Required(string name) =>
            configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"{name} is not set.");
        Uri? Endpoint(string service) =>
            (configuration[$"AWS_ENDPOINT_URL_{service}"] ?? configuration["AWS_ENDPOINT_URL"]) is { Length: > 0 } url ? new(url) : null;

        var region = Required("AWS_REGION");
        var storage = new StorageContext(
            region,
            Required("SHARES_ACCOUNT_ID"),
            Required("PIPELINES_VPC_ID"),
            Required("SHARES_PIPELINE_ROLE_ARN"),
            Required("SHARES_DOWNLOAD_ROLE_ARN"),
            RegionEndpoint.GetBySystemName(region).PartitionName);
        return new(Required("TABLE_NAME"), storage, Required("SHARES_UPLOAD_ROLE_ARN"), new S3Location(region, Endpoint("S3")), Endpoint("STS"));
    }
}

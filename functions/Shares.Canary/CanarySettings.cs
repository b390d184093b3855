using Microsoft.Extensions.Configuration;
using Shares.Aws.Objects;

namespace Shares.Canary;

/// <summary>What the template tells the function.</summary>
/// <param name="Sts">Where STS is emulated; null for STS itself.</param>
/// <param name="Pause">Before what failed is tried once more: changes in S3 take seconds to be seen everywhere.</param>
public sealed record CanarySettings(
    string TableName, string PipelineRoleArn, string DownloadRoleArn, string UploadRoleArn, S3Location S3, Uri? Sts, TimeSpan Pause)
{
    private static readonly TimeSpan UntilChangesAreSeen = TimeSpan.FromSeconds(5);

    /// <exception cref="InvalidOperationException">A variable is not set; the message names it.</exception>
    public static CanarySettings From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string Required(string name) =>
            configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"{name} is not set.");
        Uri? Endpoint(string service) => configuration[$"AWS_ENDPOINT_URL_{service}"] is { Length: > 0 } url ? new(url) : null;
        return new(
            Required("TABLE_NAME"),
            Required("SHARES_PIPELINE_ROLE_ARN"),
            Required("SHARES_DOWNLOAD_ROLE_ARN"),
            Required("SHARES_UPLOAD_ROLE_ARN"),
            new S3Location(Required("AWS_REGION"), Endpoint("S3")),
            Endpoint("STS"),
            UntilChangesAreSeen);
    }
}

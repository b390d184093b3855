using Amazon;
using Microsoft.Extensions.Configuration;
using Shares.Aws.Objects;
using Shares.Core.Egress.Attributing;

namespace Shares.Egress;

/// <summary>What the template tells the function.</summary>
/// <param name="ReportsBucket">Where AWS's list of its addresses is kept.</param>
public sealed record EgressSettings(string TableName, AttributionContext Attribution, S3Location S3, string ReportsBucket)
{
    /// <exception cref="InvalidOperationException">A variable is not set; the message names it.</exception>
    /// <exception cref="FormatException">A role is none.</exception>
    public static EgressSettings From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string? Optional(string name) => configuration[name] is { Length: > 0 } value ? value : null;
        string Required(string name) => Optional(name) ?? throw new InvalidOperationException($"{name} is not set.");
        var region = Required("AWS_REGION");
        return new(
            Required("TABLE_NAME"),
            AttributionContext.Of(
                RegionEndpoint.GetBySystemName(region).PartitionName, region, Required("SHARES_ACCOUNT_ID"),
                Required("SHARES_PIPELINE_ROLE_ARN"), Required("SHARES_DOWNLOAD_ROLE_ARN")),
            new S3Location(region, Optional("AWS_ENDPOINT_URL_S3") is { } url ? new(url) : null),
            Required("REPORTS_BUCKET"));
    }
}

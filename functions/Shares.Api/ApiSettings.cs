using Microsoft.Extensions.Configuration;
using Shares.Aws.Objects;
using Shares.Web.Gate;

namespace Shares.Api;

/// <summary>What the template tells the function.</summary>
/// <param name="AccountId">The AWS account of this deployment, 12 digits.</param>
/// <param name="ReportsBucket">Where Billing writes the reports of what downloads cost.</param>
public sealed record ApiSettings(string TableName, string AccountId, string ReportsBucket, S3Location S3, FinanceRole Finance)
{
    /// <exception cref="InvalidOperationException">A variable is not set; the function cannot start.</exception>
    public static ApiSettings From(IConfiguration configuration) => new(
        Required(configuration, "TABLE_NAME"),
        Required(configuration, "SHARES_ACCOUNT_ID"),
        Required(configuration, "REPORTS_BUCKET"),
        new(Required(configuration, "AWS_REGION"), Endpoint(configuration)),
        FinanceRole.Of(configuration["FINANCE_ROLE_ARN"]));

    /// <summary>Null for S3 itself.</summary>
    private static Uri? Endpoint(IConfiguration configuration) =>
        (configuration["AWS_ENDPOINT_URL_S3"] ?? configuration["AWS_ENDPOINT_URL"]) is { Length: > 0 } url ? new(url) : null;

    private static string Required(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"The environment variable {name} is not set.");
}

using System.Globalization;
using Amazon;
using Microsoft.Extensions.Configuration;
using Shares.Aws.Bills;
using Shares.Aws.Metering;
using Shares.Aws.Objects;
using Shares.Aws.Topics;
using Shares.Core.Egress.Attributing;
using Shares.Core.Egress.Costs;

namespace Shares.Billing;

/// <summary>What the template tells the function.</summary>
/// <param name="AccountName">The account as finance knows it.</param>
/// <param name="AddressRanges">Where AWS publishes its list.</param>
/// <param name="BillPause">From one question to Cost Explorer to the next: each costs a cent.</param>
public sealed record BillingSettings(
    string TableName, AttributionContext Attribution, string TrailBucket, string ReportsBucket, string TopicArn, string AccountName,
    Uri AddressRanges, TimeSpan BillPause, PriceList Prices, BillingEndpoints Endpoints)
{
    private const string AwsAddressRanges = "https://ip-ranges.amazonaws.com/ip-ranges.json";
    private const int DefaultPauseMinutes = 8 * 60;

    public S3Location S3 => new(Attribution.Region, Endpoints.S3);

    /// <param name="programFolder">Where the price files of the program are.</param>
    /// <exception cref="InvalidOperationException">A variable is not set, or no price file is of this Region; the message names it.</exception>
    public static BillingSettings From(IConfiguration configuration, string programFolder)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string? Optional(string name) => configuration[name] is { Length: > 0 } value ? value : null;
        string Required(string name) => Optional(name) ?? throw new InvalidOperationException($"{name} is not set.");
        Uri? Endpoint(string name) => Optional(name) is { } url ? new(url) : null;
        var (region, account) = (Required("AWS_REGION"), Required("SHARES_ACCOUNT_ID"));
        return new(
            Required("TABLE_NAME"),
            AttributionContext.Of(
                RegionEndpoint.GetBySystemName(region).PartitionName, region, account, Required("SHARES_PIPELINE_ROLE_ARN"), Required("SHARES_DOWNLOAD_ROLE_ARN")),
            Required("TRAIL_BUCKET"), Required("REPORTS_BUCKET"), Required("EGRESS_TOPIC_ARN"), Optional("BILLING_ACCOUNT_NAME") ?? account,
            new(Optional("IP_RANGES_URL") ?? AwsAddressRanges),
            TimeSpan.FromMinutes(Optional("BILL_PAUSE_MINUTES") is { } minutes ? int.Parse(minutes, CultureInfo.InvariantCulture) : DefaultPauseMinutes),
            PricesOf(region, programFolder),
            new(
                Endpoint("AWS_ENDPOINT_URL_S3"), Endpoint(CostExplorerClient.EndpointVariable), Endpoint(CloudWatchClient.EndpointVariable), Endpoint(TopicClient.EndpointVariable)));
    }

    private static PriceList PricesOf(string region, string programFolder)
    {
        var file = Path.Combine(programFolder, "prices", $"{region}.json");
        return File.Exists(file) ? PriceList.Parse(File.ReadAllBytes(file)) : throw new InvalidOperationException($"There is no infra/prices/{region}.json.");
    }
}

/// <summary>Where services are emulated; null for AWS itself.</summary>
public sealed record BillingEndpoints(Uri? S3, Uri? CostExplorer, Uri? CloudWatch, Uri? Sns);

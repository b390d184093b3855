using System.Globalization;
using System.Xml.Linq;
using Shares.Local.Aws;
using Shares.Local.S3.Buckets;
using Shares.Local.S3.Storage;
using Shares.Local.Transfers;

namespace Shares.Local.CloudWatch;

/// <summary>
/// Tells of one metric, <c>BytesDownloaded</c> of <c>AWS/S3</c> for a metrics configuration of a bucket that filters by access point. Of every
/// other metric there is no data, as CloudWatch answers what nobody ever measured.
/// </summary>
public sealed class GetMetricData(S3Store store, TransferLog transfers)
{
    public XElement Run(MetricDataRequest request, QueryXml xml) => xml.Element("MetricDataResults", request.Queries.Select(query =>
    {
        var points = PointsOf(query, request).OrderBy(point => point.Key).ToList();
        if (!request.IsAscending) points.Reverse();
        return xml.Element("member",
            xml.Element("Id", query.Id),
            xml.Element("Label", query.MetricName),
            xml.Element("StatusCode", "Complete"),
            xml.Element("Timestamps", points.Select(point => xml.Element("member", point.Key.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)))),
            xml.Element("Values", points.Select(point => xml.Element("member", string.Create(CultureInfo.InvariantCulture, $"{point.Value}.0")))));
    }));

    private Dictionary<DateTimeOffset, long> PointsOf(MetricQuery query, MetricDataRequest request)
    {
        if (query is not { Namespace: "AWS/S3", MetricName: "BytesDownloaded", Stat: "Sum", Dimensions.Count: 2 }) return [];
        if (!query.Dimensions.TryGetValue("BucketName", out var bucket) || !query.Dimensions.TryGetValue("FilterId", out var id)) return [];
        var accessPoint = AccessPointOf(bucket, id);
        return transfers.Between(request.Start, request.End)
            .Where(transfer => transfer.Bucket == bucket && transfer.AccessPoint == accessPoint)
            .GroupBy(transfer => DateTimeOffset.FromUnixTimeSeconds(transfer.Minute.ToUnixTimeSeconds() / query.Period * query.Period))
            .ToDictionary(period => period.Key, period => period.Sum(transfer => transfer.Bytes));
    }

    /// <summary>What a configuration measured outlives it; then its id is taken for the access point's name, as which Shares makes it.</summary>
    private string AccessPointOf(string bucket, string id) =>
        store.Find(bucket) is { } found && MetricsConfigurations.AccessPointOf(found.Info, id) is { } arn ? arn[(arn.LastIndexOf('/') + 1)..] : id;
}

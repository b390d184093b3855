using System.Globalization;
using System.Xml.Linq;
using Amazon.Runtime;
using Shares.Aws.Http;
using Shares.Core;

namespace Shares.Aws.Metering;

/// <summary>What S3 itself counted, from CloudWatch: best effort, and complete some hours after a day's end. $0.01 for 1,000 access points.</summary>
/// <param name="http">See <see cref="Http"/>.</param>
public sealed class CloudWatchClient(HttpClient http)
{
    /// <summary>The SDK's variable of where CloudWatch is, for when it is emulated.</summary>
    public const string EndpointVariable = "AWS_ENDPOINT_URL_CLOUDWATCH";

    private const string Service = "CloudWatch";
    private const string Action = "tell the bytes of downloads";
    private const int QueriesAtOnce = 500;
    private const int SecondsOfDay = 86_400;
    private const int MostPages = 100;

    private static readonly AwsFailure Incomprehensible = AwsFailure.NoAnswer(Action, "the answer is incomplete.", Service);

    /// <param name="endpoint">Null for CloudWatch itself.</param>
    public static HttpClient Http(string region, AWSCredentials credentials, TimeProvider time, Uri? endpoint = null, RetryLimits? retries = null) =>
        SignedHttp.Create(endpoint ?? SignedHttp.AddressOf("monitoring", region), region, "monitoring", credentials, time, retries);

    /// <param name="last">Included.</param>
    /// <returns>In no order; only what there is.</returns>
    public async Task<AwsResult<List<DownloadMetric>>> DownloadsAsync(
        IEnumerable<MeteredAccessPoint> accessPoints, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var metrics = new List<DownloadMetric>();
        foreach (var chunk in accessPoints.Chunk(QueriesAtOnce))
        {
            string? token = null;
            var pages = 0;
            do
            {
                var answer = await QueryProtocol.SendAsync(http, Service, Action, Form(chunk, first, last, token), ct);
                if (!answer.Succeeded(out var body, out var failure)) return failure;
                if (body.Child("GetMetricDataResult") is not { } result || ++pages > MostPages || !TryRead(result, chunk, metrics)) return Incomprehensible;
                token = result.Text("NextToken") is { Length: > 0 } next ? next : null;
            }
            while (token is not null);
        }

        return metrics;
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(MeteredAccessPoint[] accessPoints, DateOnly first, DateOnly last, string? token)
    {
        yield return new("Action", "GetMetricData");
        yield return new("Version", "2010-08-01");
        yield return new("StartTime", MomentOf(first));
        yield return new("EndTime", MomentOf(last.AddDays(1)));
        if (token is not null) yield return new("NextToken", token);
        for (var n = 0; n < accessPoints.Length; n++)
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"MetricDataQueries.member.{n + 1}.");
            yield return new(query + "Id", IdOf(n));
            yield return new(query + "MetricStat.Metric.Namespace", "AWS/S3");
            yield return new(query + "MetricStat.Metric.MetricName", "BytesDownloaded");
            yield return new(query + "MetricStat.Metric.Dimensions.member.1.Name", "BucketName");
            yield return new(query + "MetricStat.Metric.Dimensions.member.1.Value", accessPoints[n].Bucket);
            yield return new(query + "MetricStat.Metric.Dimensions.member.2.Name", "FilterId");
            yield return new(query + "MetricStat.Metric.Dimensions.member.2.Value", accessPoints[n].Name.ToString());
            yield return new(query + "MetricStat.Period", SecondsOfDay.ToString(CultureInfo.InvariantCulture));
            yield return new(query + "MetricStat.Stat", "Sum");
        }
    }

    /// <summary>False when a metric could not be told, or not understood. One that is told in part goes on in the next page.</summary>
    private static bool TryRead(XElement result, MeteredAccessPoint[] accessPoints, List<DownloadMetric> metrics)
    {
        foreach (var member in result.Child("MetricDataResults")?.Elements() ?? [])
        {
            if (member.Text("StatusCode") is not ("Complete" or "PartialData")) return false;
            if (PlaceOf(member.Text("Id"), accessPoints.Length) is not { } place) return false;
            var times = member.Child("Timestamps")?.Elements().Select(time => time.Value).ToList() ?? [];
            var values = member.Child("Values")?.Elements().Select(value => value.Value).ToList() ?? [];
            if (times.Count != values.Count) return false;
            for (var n = 0; n < times.Count; n++)
            {
                if (!DateTimeOffset.TryParse(times[n], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return false;
                if (!decimal.TryParse(values[n], NumberStyles.Float, CultureInfo.InvariantCulture, out var bytes) || bytes is < 0 or > long.MaxValue) return false;
                metrics.Add(new(accessPoints[place], DateOnly.FromDateTime(time.UtcDateTime), new ByteCount((long)bytes)));
            }
        }

        return true;
    }

    private static string IdOf(int place) => string.Create(CultureInfo.InvariantCulture, $"m{place}");

    private static int? PlaceOf(string? id, int count) =>
        id is ['m', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < count ? place : null;

    private static string MomentOf(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture) + "T00:00:00Z";
}

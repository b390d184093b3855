using Amazon.Runtime;
using Microsoft.AspNetCore.WebUtilities;
using Shares.Aws.Metering;
using Shares.Aws.Tests.AccessPoints;
using Shares.Core;
using Shares.Core.Enforcing;
using Shares.Core.Ids;

namespace Shares.Aws.Tests.Metering;

public sealed class CloudWatchClientTests
{
    private static readonly DateOnly LastOfYear = new(2026, 12, 31);
    private static readonly MeteredAccessPoint One = Point(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bytes_of_whole_days_of_one_access_point_are_asked_for()
    {
        await using var aws = await FaultyS3.StartAsync(Metrics());
        await Client(aws).DownloadsAsync([One], LastOfYear.AddDays(-1), LastOfYear, Ct);
        var form = QueryHelpers.ParseQuery(aws.Received.Single().Body).ToDictionary(field => field.Key, field => field.Value.ToString());
        const string query = "MetricDataQueries.member.1.";
        Assert.Contains("/eu-west-1/monitoring/aws4_request", aws.Received.Single().Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(("GetMetricData", "2026-12-30T00:00:00Z", "2027-01-01T00:00:00Z"), (form["Action"], form["StartTime"], form["EndTime"]));
        Assert.Equal(("AWS/S3", "BytesDownloaded"), (form[query + "MetricStat.Metric.Namespace"], form[query + "MetricStat.Metric.MetricName"]));
        Assert.Equal(("86400", "Sum"), (form[query + "MetricStat.Period"], form[query + "MetricStat.Stat"]));
        Assert.Equal(("BucketName", "a-bucket"), (form[query + "MetricStat.Metric.Dimensions.member.1.Name"], form[query + "MetricStat.Metric.Dimensions.member.1.Value"]));
        Assert.Equal(("FilterId", One.Name.ToString()), (form[query + "MetricStat.Metric.Dimensions.member.2.Name"], form[query + "MetricStat.Metric.Dimensions.member.2.Value"]));
    }

    [Fact]
    public async Task Each_day_is_told_by_its_access_point_over_all_pages()
    {
        await using var aws = await FaultyS3.StartAsync(
            Metrics("more", Metric(0, "PartialData", ("2026-12-31T00:00:00Z", "1.5E3"))),
            Metrics(null, Metric(0, "Complete", ("2026-12-30T00:00:00Z", "7")), Metric(1, "Complete")));
        var metrics = await DownloadsAsync(aws, One, Point(2));
        Assert.Equal([new(One, LastOfYear, new ByteCount(1500)), new DownloadMetric(One, LastOfYear.AddDays(-1), new ByteCount(7))], metrics);
        Assert.Equal("more", QueryHelpers.ParseQuery(aws.Received[1].Body)["NextToken"].ToString());
    }

    [Fact]
    public async Task More_access_points_than_a_call_takes_are_asked_for_in_several()
    {
        await using var aws = await FaultyS3.StartAsync(Metrics(), Metrics(null, Metric(0, "Complete", ("2026-12-31T00:00:00Z", "9"))));
        var metrics = await DownloadsAsync(aws, [.. Enumerable.Range(1, 501).Select(Point)]);
        Assert.Equal(Point(501), Assert.Single(metrics).AccessPoint);
        Assert.Equal(2, aws.Received.Count);
    }

    [Theory]
    [InlineData("InternalError", "2026-12-31T00:00:00Z", "1")]
    [InlineData("Forbidden", "2026-12-31T00:00:00Z", "1")]
    [InlineData("Complete", "yesterday", "1")]
    [InlineData("Complete", "2026-12-31T00:00:00Z", "-1")]
    [InlineData("Complete", "2026-12-31T00:00:00Z", "many")]
    public async Task What_CloudWatch_cannot_tell_is_a_failure_and_not_nothing(string status, string time, string value)
    {
        await using var aws = await FaultyS3.StartAsync(Metrics(null, Metric(0, status, (time, value))));
        Assert.NotNull((await Client(aws).DownloadsAsync([One], LastOfYear, LastOfYear, Ct)).Failure);
    }

    [Theory]
    [InlineData(200, "<Other/>", "NoAnswer", true)]
    [InlineData(200, "", "NoAnswer", true)]
    [InlineData(400, "<ErrorResponse><Error><Code>InvalidParameterValue</Code></Error></ErrorResponse>", "InvalidParameterValue", false)]
    [InlineData(400, "<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>", "Throttling", true)]
    public async Task A_refusal_is_a_failure(int status, string body, string code, bool mayPass)
    {
        await using var aws = await FaultyS3.StartAsync(new Answer(status, body));
        var failure = (await Client(aws).DownloadsAsync([One], LastOfYear, LastOfYear, Ct)).Failure!;
        Assert.Equal((code, mayPass), (failure.Code, failure.IsTransient));
        Assert.StartsWith("CloudWatch", failure.Detail, StringComparison.Ordinal);
    }

    private static MeteredAccessPoint Point(int number) =>
        new("a-bucket", new AccessPointName(ShareId.From(new Guid($"0197b000-0000-7000-8000-{number:x12}")), AccessPointKind.Download, 1));

    private static CloudWatchClient Client(FaultyS3 aws) => new(
        CloudWatchClient.Http("eu-west-1", new SessionAWSCredentials("ASIATEST", "secret", "token"), TimeProvider.System, aws.Address, Clients.Quick));

    private static async Task<List<DownloadMetric>> DownloadsAsync(FaultyS3 aws, params MeteredAccessPoint[] points) =>
        (await Client(aws).DownloadsAsync(points, LastOfYear.AddDays(-1), LastOfYear, Ct)).Succeeded(out var metrics, out var failure)
            ? metrics
            : throw new InvalidOperationException(failure.Detail);

    private static Answer Metrics(string? next = null, params string[] metrics) => new(200, $"""
        <GetMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><GetMetricDataResult>
        <MetricDataResults>{string.Concat(metrics)}</MetricDataResults><Messages/>{(next is null ? "" : $"<NextToken>{next}</NextToken>")}</GetMetricDataResult></GetMetricDataResponse>
        """);

    private static string Metric(int place, string status, params (string Time, string Value)[] points) => $"""
        <member><Id>m{place}</Id><Label>any</Label><StatusCode>{status}</StatusCode>
        <Timestamps>{string.Concat(points.Select(point => $"<member>{point.Time}</member>"))}</Timestamps>
        <Values>{string.Concat(points.Select(point => $"<member>{point.Value}</member>"))}</Values></member>
        """;
}

using Amazon.S3.Model;
using Shares.Local.Identity;
using Shares.Local.Tests.Aws;
using Shares.Local.Tests.Trail;
using Shares.Local.Transfers;

namespace Shares.Local.Tests.CloudWatch;

public sealed class GetMetricDataTests(LocalAwsHost aws) : IClassFixture<LocalAwsHost>
{
    private const string AccessPoint = Requests.AccessPoint;
    private static readonly DateTimeOffset Day = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Bytes_that_an_access_point_served_are_told_by_day()
    {
        var bucket = Serve((Day, 5), (Day.AddHours(23), 7), (Day.AddDays(1), 11), (Day.AddDays(2), 99));
        var answer = await AskAsync(bucket, AccessPoint, aws.Admin);
        Assert.Equal(["2026-11-23T00:00:00Z", "2026-11-22T00:00:00Z"], Points(answer, "Timestamps"));
        Assert.Equal(["11.0", "12.0"], Points(answer, "Values"));
        Assert.Equal(["Complete"], answer.All("StatusCode"));
    }

    [Fact]
    public async Task A_configuration_is_found_by_its_id_and_measures_its_access_point()
    {
        var bucket = Serve((Day, 5));
        using var s3 = aws.S3(aws.Admin);
        await s3.PutBucketMetricsConfigurationAsync(new()
        {
            BucketName = bucket,
            MetricsId = "some-id",
            MetricsConfiguration = new()
            {
                MetricsId = "some-id",
                MetricsFilter = new() { MetricsFilterPredicate = new MetricsAccessPointArnPredicate(LocalAccount.AccessPointArn(AccessPoint)) },
            },
        }, TestContext.Current.CancellationToken);
        Assert.Equal(["5.0"], Points(await AskAsync(bucket, "some-id", aws.Admin), "Values"));
    }

    [Fact]
    public async Task What_nobody_measured_has_no_data()
    {
        var bucket = Serve((Day, 5));
        Assert.Empty(Points(await AskAsync(bucket, "other", aws.Admin), "Values"));
        Assert.Empty(Points(await AskAsync("other", AccessPoint, aws.Admin), "Values"));
    }

    [Fact]
    public async Task Only_who_may_is_told() =>
        Assert.Equal(["AccessDenied"], (await AskAsync("b", "i", aws.Session("reader", """[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]"""))).All("Code"));

    [Fact]
    public async Task A_question_without_a_period_is_none()
    {
        var answer = await aws.QueryAsync(aws.Admin, "monitoring", ("Action", "GetMetricData"), ("StartTime", "2026-11-22T00:00:00Z"), ("EndTime", "2026-11-24T00:00:00Z"), ("MetricDataQueries.member.1.Id", "m0"));
        Assert.Equal(["ValidationError"], answer.All("Code"));
    }

    private string Serve(params (DateTimeOffset At, long Bytes)[] served)
    {
        var bucket = aws.NewBucket().Info.Name;
        foreach (var (at, bytes) in served) aws.Service<TransferLog>().Add(Requests.Download("x", bytes, at) with { Bucket = bucket });
        return bucket;
    }

    private Task<System.Xml.Linq.XElement> AskAsync(string bucket, string id, Credential credential) => aws.QueryAsync(credential, "monitoring",
        ("Action", "GetMetricData"), ("Version", "2010-08-01"), ("StartTime", "2026-11-22T00:00:00Z"), ("EndTime", "2026-11-24T00:00:00Z"),
        ("MetricDataQueries.member.1.Id", "m0"),
        ("MetricDataQueries.member.1.MetricStat.Metric.Namespace", "AWS/S3"),
        ("MetricDataQueries.member.1.MetricStat.Metric.MetricName", "BytesDownloaded"),
        ("MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Name", "BucketName"),
        ("MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Value", bucket),
        ("MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.2.Name", "FilterId"),
        ("MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.2.Value", id),
        ("MetricDataQueries.member.1.MetricStat.Period", "86400"),
        ("MetricDataQueries.member.1.MetricStat.Stat", "Sum"));

    private static IEnumerable<string> Points(System.Xml.Linq.XElement answer, string list) =>
        answer.Descendants().Single(element => element.Name.LocalName == list).Elements().Select(point => point.Value);
}

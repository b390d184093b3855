using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Shares.Aws.Http;
using Shares.Core.Enforcing;

namespace Shares.Aws.Buckets;

/// <summary>Metrics configurations of buckets of one account. Every call may be repeated.</summary>
public sealed class BucketMetricsClient(IAmazonS3 s3, string accountId)
{
    private const string NoSuchConfiguration = "NoSuchConfiguration";

    /// <returns>Null when S3 says that there is none.</returns>
    public async Task<AwsResult<RequestMetric?>> FindAsync(string bucket, string id, CancellationToken ct)
    {
        var request = new GetBucketMetricsConfigurationRequest { BucketName = bucket, MetricsId = id, ExpectedBucketOwner = accountId };
        var answer = await S3Call.TryAsync($"read metric {id} of bucket {bucket}", () => s3.GetBucketMetricsConfigurationAsync(request, ct), ct);
        if (!answer.Succeeded(out var found, out var failure)) return failure;
        // The SDK takes a 404 of this call for success. Should it be the bucket that is not there, making the metric fails and says so.
        if (found.HttpStatusCode == HttpStatusCode.NotFound) return (RequestMetric?)null;
        var predicate = found.MetricsConfiguration?.MetricsFilter?.MetricsFilterPredicate as MetricsAccessPointArnPredicate;
        return new RequestMetric(id, predicate?.AccessPointArn);
    }

    /// <summary>Makes one, or replaces the one of that id.</summary>
    public async Task<AwsFailure?> PutAsync(string bucket, RequestMetric metric, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var request = new PutBucketMetricsConfigurationRequest
        {
            BucketName = bucket,
            MetricsId = metric.Id,
            ExpectedBucketOwner = accountId,
            MetricsConfiguration = new()
            {
                MetricsId = metric.Id,
                MetricsFilter = new() { MetricsFilterPredicate = new MetricsAccessPointArnPredicate(metric.AccessPointArn) },
            },
        };
        return (await S3Call.TryAsync($"make metric {metric.Id} of bucket {bucket}", () => s3.PutBucketMetricsConfigurationAsync(request, ct), ct)).Failure;
    }

    /// <summary>One that is not there is no failure.</summary>
    public async Task<AwsFailure?> DeleteAsync(string bucket, string id, CancellationToken ct)
    {
        var request = new DeleteBucketMetricsConfigurationRequest { BucketName = bucket, MetricsId = id, ExpectedBucketOwner = accountId };
        var answer = await S3Call.TryAsync($"delete metric {id} of bucket {bucket}", () => s3.DeleteBucketMetricsConfigurationAsync(request, ct), ct);
        return answer.Failure is { Code: not NoSuchConfiguration } failure ? failure : null;
    }

    /// <returns>The ids of all of the bucket, whosever they are.</returns>
    public async Task<AwsResult<List<string>>> ListAsync(string bucket, CancellationToken ct)
    {
        var ids = new List<string>();
        var request = new ListBucketMetricsConfigurationsRequest { BucketName = bucket, ExpectedBucketOwner = accountId };
        do
        {
            var answer = await S3Call.TryAsync($"list metrics of bucket {bucket}", () => s3.ListBucketMetricsConfigurationsAsync(request, ct), ct);
            if (!answer.Succeeded(out var page, out var failure)) return failure;
            ids.AddRange((page.MetricsConfigurationList ?? []).Select(configuration => configuration.MetricsId));
            request.ContinuationToken = page.IsTruncated == true ? page.NextToken : null;
        }
        while (request.ContinuationToken is not null);
        return ids;
    }
}

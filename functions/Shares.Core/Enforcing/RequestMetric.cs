namespace Shares.Core.Enforcing;

/// <summary>
/// A metrics configuration of a bucket: S3 counts the requests through one access point, for CloudWatch (<c>AWS/S3</c>, dimensions
/// <c>BucketName</c> and <c>FilterId</c>). Bytes that left are held against it; it protects nothing.
/// </summary>
/// <param name="Id">The name of the access point.</param>
/// <param name="AccessPointArn">What it counts; null when that is something else than an access point.</param>
public sealed record RequestMetric(string Id, string? AccessPointArn)
{
    /// <summary>S3 keeps no more configurations for one bucket; further access points have none.</summary>
    public const int PerBucket = 1000;

    /// <summary>One for each download access point.</summary>
    public static IReadOnlyList<(DesiredAccessPoint At, RequestMetric Metric)> Of(IEnumerable<DesiredAccessPoint> desired, StorageContext context) =>
        [.. desired.Where(at => at.Name.Kind == AccessPointKind.Download).Select(at => (at, new RequestMetric(at.Name.ToString(), context.AccessPointArn(at.Name))))];

    /// <param name="actual">Null when S3 says that there is none.</param>
    /// <returns>Null when it is as it must be.</returns>
    public Difference? DifferenceTo(RequestMetric? actual, DateTimeOffset now) => actual switch
    {
        null => new(DifferenceKind.MetricsMissing, Id, "Requests through the access point were not counted.", now),
        _ when actual != this => new(DifferenceKind.MetricsChanged, Id, $"The metric counted {actual.AccessPointArn ?? "something else"}.", now),
        _ => null,
    };
}

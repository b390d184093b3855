using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;
using Shares.Aws.Buckets;
using Shares.Aws.Http;
using Shares.Core.Egress.Zones;

namespace Shares.Aws.Objects;

/// <summary>AWS's list of its addresses, from the copy in the reports bucket, read again every hour. For one caller at a time.</summary>
public sealed partial class AddressRanges(IAmazonS3 s3, string bucket, TimeProvider time, ILogger<AddressRanges> logger)
{
    public const string Key = "address-ranges/ip-ranges.json";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>After which a newer list that could not be had is asked for again.</summary>
    private static readonly TimeSpan Missed = TimeSpan.FromMinutes(5);

    private IpRanges? _known;
    private DateTimeOffset _next;

    /// <returns>
    /// The last list that could be read. A failure as long as there was none, whatever the reason: what is recorded without a list would be in the
    /// wrong zone for good.
    /// </returns>
    public async Task<AwsResult<IpRanges>> CurrentAsync(CancellationToken ct)
    {
        if (_known is not null && time.GetUtcNow() < _next) return _known;
        var (ranges, failure) = await ReadAsync(ct);
        if (ranges is null && _known is null) return failure!;
        if (ranges is null) LogOld(failure!.Detail);
        (_known, _next) = (ranges ?? _known, time.GetUtcNow() + (ranges is null ? Missed : Kept));
        return _known!;
    }

    private async Task<(IpRanges? Ranges, AwsFailure? Failure)> ReadAsync(CancellationToken ct)
    {
        var answer = await S3Call.TryAsync($"read {Key}", async () =>
        {
            using var found = await s3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = Key }, ct);
            using var json = new MemoryStream();
            await found.ResponseStream.CopyToAsync(json, ct);
            return json.ToArray();
        }, ct);
        if (!answer.Succeeded(out var json, out var failure)) return (null, failure);
        return IpRangesFile.Read(json) is { } ranges ? (ranges, null) : (null, new AwsFailure("NoList", $"{Key} is not AWS's list of its addresses.", IsTransient: false));
    }

    [LoggerMessage(510, LogLevel.Warning, "AWS's list of its addresses could not be read again, an older one goes on placing them: {Reason}")]
    private partial void LogOld(string reason);
}

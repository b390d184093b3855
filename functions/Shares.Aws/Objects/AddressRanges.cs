using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;
using Shares.Aws.Buckets;
using Shares.Aws.Http;
using Shares.Core.Egress.Zones;

namespace Shares.Aws.Objects;

/// <summary>AWS's list of its addresses, from the copy in the reports bucket, read again every hour. For one caller at a time.</summary>
/// <param name="bucket">Null: there is none.</param>
public sealed partial class AddressRanges(IAmazonS3 s3, string? bucket, TimeProvider time, ILogger<AddressRanges> logger)
{
    public const string Key = "address-ranges/ip-ranges.json";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>After which a list that could not be had is asked for again.</summary>
    private static readonly TimeSpan Missed = TimeSpan.FromMinutes(5);

    private IpRanges? _known;
    private DateTimeOffset _next;

    /// <returns>The last list that could be read; without one, a list that places no address, so that all of them count as outside AWS.</returns>
    /// <exception cref="IOException">S3 does not answer, and no list was read before: places that are known later would be recorded wrongly now.</exception>
    public async Task<IpRanges> CurrentAsync(CancellationToken ct)
    {
        if (time.GetUtcNow() < _next) return _known ?? IpRanges.None;
        var answer = await ReadAsync(ct);
        if (answer.Succeeded(out var json, out var failure) && IpRangesFile.Read(json) is { } ranges)
        {
            (_known, _next) = (ranges, time.GetUtcNow() + Kept);
            return ranges;
        }

        if (failure is { IsTransient: true } && _known is null) throw new IOException(failure.Detail);
        LogMissing(failure?.Detail ?? $"{Key} is not AWS's list of its addresses.");
        _next = time.GetUtcNow() + Missed;
        return _known ?? IpRanges.None;
    }

    private async Task<AwsResult<byte[]>> ReadAsync(CancellationToken ct)
    {
        if (bucket is null) return new AwsFailure("NoBucket", "There is no reports bucket.", IsTransient: false);
        return await S3Call.TryAsync($"read {Key}", async () =>
        {
            using var found = await s3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = Key }, ct);
            using var json = new MemoryStream();
            await found.ResponseStream.CopyToAsync(json, ct);
            return json.ToArray();
        }, ct);
    }

    [LoggerMessage(510, LogLevel.Warning, "Addresses of AWS are not known, so that transfers within AWS count as transfers to the Internet unless an older list places them: {Reason}")]
    private partial void LogMissing(string reason);
}

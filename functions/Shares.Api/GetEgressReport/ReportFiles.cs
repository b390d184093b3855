using Amazon.Runtime;
using Amazon.S3;
using Shares.Aws.Objects;
using Shares.Aws.Sessions;
using Shares.Core.Egress.Statements;
using Shares.Core.Failures;

namespace Shares.Api.GetEgressReport;

/// <summary>
/// The reports as Billing has written them, read with this function's own role. Those of a month that is estimated are replaced at any moment, so
/// what belongs together is told by the ETag.
/// </summary>
internal sealed class ReportFiles(ApiSettings settings, IAmazonS3 s3, AWSCredentials credentials, TimeProvider time)
{
    /// <summary>Enough to begin a download.</summary>
    private static readonly TimeSpan LifeOfAddress = TimeSpan.FromMinutes(15);

    private static readonly Failure Away = new(ErrorCode.StoreUnavailable, "The report cannot be read at the moment. Try again.");
    private static readonly Failure MadeAnew = new(ErrorCode.BadPageToken, "The report was made anew since nextToken was given. Repeat the query without it.");

    private readonly ObjectReader _reader = new(s3);

    /// <summary>At most <paramref name="count"/> bytes.</summary>
    /// <param name="etag">Null: of whatever is there.</param>
    /// <returns>Null when the file has no byte at <paramref name="from"/>.</returns>
    public async Task<Result<StoredObject?>> OpenAsync(StatementObject file, long from, long count, string? etag, CancellationToken ct)
    {
        var answer = await _reader.OpenRangeAsync(settings.ReportsBucket, file.Key, from, from + count - 1, etag, ct);
        if (answer.Succeeded(out var found, out var failure)) return found is null ? Away : found;
        return failure.Code switch
        {
            "InvalidRange" => (StoredObject?)null,
            "PreconditionFailed" => MadeAnew,
            _ => Away,
        };
    }

    /// <summary>An address that gives the file to whoever has it. Never logged.</summary>
    public async Task<string> AddressAsync(StatementObject file)
    {
        var keys = await credentials.GetCredentialsAsync();
        var session = new VendedCredentials(keys.AccessKey, keys.SecretKey, keys.Token ?? "", DateTimeOffset.MaxValue);
        return new Presigner(settings.S3, settings.ReportsBucket, session, time.GetUtcNow(), LifeOfAddress).Sign(file.Key);
    }
}

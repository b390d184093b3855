using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Shares.Aws.Objects;
using Shares.Aws.Sessions;
using Shares.Core.Canaries;
using Shares.Core.Datasets;
using Shares.Core.Ids;

namespace Shares.Canary.TryDoors;

/// <summary>Sends real requests to S3, as clients do: signed in the header, or presigned.</summary>
public sealed class Visitor(CanarySettings settings, HttpClient http, TimeProvider time)
{
    private const string AccessDenied = "AccessDenied";

    private static readonly TimeSpan UrlLife = TimeSpan.FromHours(1);

    /// <summary>Reads the canary's object and lists below its dataset.</summary>
    /// <param name="place">A bucket, or the alias of an access point.</param>
    public async Task<DoorAnswer[]> ReadAsync(VendedCredentials session, string place, DatasetId dataset, CancellationToken ct)
    {
        using var s3 = Client(session);
        return
        [
            await AskAsync(async () => (await s3.GetObjectAsync(place, CanaryIdentity.Key(dataset), ct)).Dispose(), ct),
            await ListAsync(s3, place, dataset, ct),
        ];
    }

    /// <summary>
    /// The same without reading: whether an object is not there or not allowed is told apart only where the caller may list. Of what is listed
    /// nothing is asked for.
    /// </summary>
    public async Task<DoorAnswer[]> ListAsync(VendedCredentials session, string place, DatasetId dataset, CancellationToken ct)
    {
        using var s3 = Client(session);
        return [await ListAsync(s3, place, dataset, ct)];
    }

    /// <param name="age">How long ago the URL was signed; by itself it lives for an hour.</param>
    public async Task<DoorAnswer[]> OpenUrlAsync(VendedCredentials session, string place, TimeSpan age, CancellationToken ct)
    {
        var url = new Presigner(settings.S3, place, session, time.GetUtcNow() - age, UrlLife).Sign(CanaryIdentity.Key(CanaryIdentity.Dataset));
        try
        {
            using var response = await http.GetAsync(new Uri(url), ct);
            if (response.IsSuccessStatusCode) return [DoorAnswer.Open];
            var isRefused = response.StatusCode == HttpStatusCode.Forbidden
                && (await response.Content.ReadAsStringAsync(ct)).Contains($"<Code>{AccessDenied}</Code>", StringComparison.Ordinal);
            return [isRefused ? DoorAnswer.Closed : DoorAnswer.Unclear];
        }
        catch (Exception e) when (IsOutage(e, ct))
        {
            return [DoorAnswer.Unclear];
        }
    }

    /// <summary>Puts the canary's object into a bucket unless it is there.</summary>
    /// <returns>False when it is not known to be there.</returns>
    public async Task<bool> PlaceAsync(VendedCredentials session, string bucket, CancellationToken ct)
    {
        using var s3 = Client(session);
        try
        {
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = CanaryIdentity.Key(CanaryIdentity.Dataset), ContentBody = "canary\n", IfNoneMatch = "*" }, ct);
            return true;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            return true;
        }
        catch (Exception e) when (IsOutage(e, ct))
        {
            return false;
        }
    }

    private AmazonS3Client Client(VendedCredentials session) =>
        S3Client.Create(settings.S3, new SessionAWSCredentials(session.AccessKeyId, session.SecretAccessKey, session.SessionToken));

    private static Task<DoorAnswer> ListAsync(AmazonS3Client s3, string place, DatasetId dataset, CancellationToken ct) =>
        AskAsync(() => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = place, Prefix = Dataset.Prefix(dataset), MaxKeys = 1 }, ct), ct);

    private static async Task<DoorAnswer> AskAsync(Func<Task> ask, CancellationToken ct)
    {
        try
        {
            await ask();
            return DoorAnswer.Open;
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is AccessDenied or "NoSuchKey")
        {
            return e.ErrorCode == AccessDenied ? DoorAnswer.Closed : DoorAnswer.Open;
        }
        catch (Exception e) when (IsOutage(e, ct))
        {
            return DoorAnswer.Unclear;
        }
    }

    private static bool IsOutage(Exception e, CancellationToken ct) => !ct.IsCancellationRequested
        && e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or OperationCanceledException;
}

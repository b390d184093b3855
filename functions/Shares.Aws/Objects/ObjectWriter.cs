using Amazon.S3;
using Amazon.S3.Model;
using Shares.Aws.Buckets;
using Shares.Aws.Http;

namespace Shares.Aws.Objects;

/// <summary>
/// Writes objects with the function's own role, however long they get, in the memory of one part. An object is there in whole or not at all;
/// what was there under its key stays until then.
/// </summary>
public sealed class ObjectWriter(IAmazonS3 s3)
{
    /// <param name="write">Writes the object's bytes. What it throws ends the writing and comes out of this.</param>
    /// <returns>The object's size in bytes.</returns>
    public async Task<AwsResult<long>> WriteAsync(
        string bucket, string key, string contentType, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(write);
        await using var upload = new ObjectUpload(s3, bucket, key, contentType);
        try
        {
            await write(upload, ct);
            await upload.CompleteAsync(ct);
            return upload.Length;
        }
        catch (UploadFailedException e)
        {
            return e.Failure;
        }
    }

    public async Task<AwsFailure?> DeleteAsync(string bucket, string key, CancellationToken ct) =>
        (await S3Call.TryAsync($"delete {key}", () => s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = bucket, Key = key }, ct), ct)).Failure;
}

/// <summary>Takes a failure of storage through the code that writes.</summary>
internal sealed class UploadFailedException(AwsFailure failure) : IOException(failure.Detail)
{
    public AwsFailure Failure => failure;
}

using Amazon.Runtime;
using Shares.Aws.Http;

namespace Shares.Aws.Buckets;

/// <summary>Calls the SDK, which retries by itself, and turns what it throws into failures.</summary>
internal static class S3Call
{
    /// <param name="action">What is asked, as it follows "S3 refused to".</param>
    public static async Task<AwsResult<T>> TryAsync<T>(string action, Func<Task<T>> call, CancellationToken ct)
    {
        try
        {
            return await call();
        }
        catch (AmazonServiceException e)
        {
            return e.StatusCode == 0
                ? AwsFailure.NoAnswer(action, e.Message)
                : AwsFailure.Refused(action, e.ErrorCode ?? $"HTTP {(int)e.StatusCode}", e.StatusCode, e.Message);
        }
        catch (Exception e) when (IsOutage(e) || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return AwsFailure.NoAnswer(action, e.Message);
        }
    }

    private static bool IsOutage(Exception e) => e is AmazonClientException or HttpRequestException or IOException or TimeoutException;
}

using System.Text;
using System.Xml.Linq;
using Shares.Local.Policies;
using Shares.Local.S3.Buckets;
using Shares.Local.Signing;
using Shares.Local.Trail;

namespace Shares.Local.S3.Http;

/// <summary>Every S3 request with a right signature comes through here, and none reaches an operation unless it is allowed.</summary>
public sealed class S3Endpoint(S3Services services, ILogger<S3Endpoint> logger)
{
    public async Task HandleAsync(HttpContext http, Caller caller)
    {
        var recorder = new RequestRecorder(http, services.Time.GetUtcNow());
        S3Error? error = null;
        try
        {
            try
            {
                error = await RunAsync(http, caller, recorder);
            }
            catch (InvalidPayloadException exception)
            {
                error = S3Error.Of(exception.Failure);
            }
            catch (Exception exception) when (exception is not OperationCanceledException && !http.Response.HasStarted)
            {
                logger.LogError(exception, "S3 fails");
                error = S3Error.InternalError;
            }

            if (error is not null) await WriteErrorAsync(http, error);
        }
        finally
        {
            // Also when the client went away half-way: what was sent was sent.
            recorder.Finish(services.Requests, caller, error);
        }
    }

    public static Task WriteErrorAsync(HttpContext http, S3Error error)
    {
        http.Response.Headers.Clear();
        http.Response.Headers["x-amz-request-id"] = http.TraceIdentifier;
        return AwsXml.WriteAsync(http.Response, error.Status, new XElement("Error",
            new XElement("Code", error.Code),
            new XElement("Message", error.Message),
            new XElement("Resource", http.Request.Path.Value),
            new XElement("RequestId", http.TraceIdentifier)), http.RequestAborted);
    }

    private async Task<S3Error?> RunAsync(HttpContext http, Caller caller, RequestRecorder recorder)
    {
        var request = RequestTarget.Of(http);
        if (S3Address.Of(http.Request.Host.Host, request) is not { } address) return S3Error.InvalidUri;
        if (Encoding.UTF8.GetByteCount(address.Key) > 1024) return S3Error.KeyTooLong;
        if (S3Operations.Find(http.Request.Method, address, request) is not { } operation) return S3Error.NotImplemented;
        http.Response.Headers["x-amz-request-id"] = http.TraceIdentifier;
        var (target, missing) = services.Resolve(address);
        var bucket = target is null ? null : services.Store.Find(target.Bucket.Name);
        recorder.Begin(operation, target, address.Key);
        var call = new S3Call(http, caller, request, address, target, bucket, services);
        if (bucket is null)
        {
            // The operations that need no bucket: making one, and listing all.
            if (operation.Action is not ("s3:CreateBucket" or "s3:ListAllMyBuckets")) return missing;
            var resource = address.Bucket.Length == 0 ? "*" : $"arn:aws:s3:::{address.Bucket}";
            return await services.Authorizer.IsAllowedAsync(caller, operation.Action, resource, S3Call.NoConditions, call.Aborted)
                ? await operation.Run(call) : S3Error.AccessDenied;
        }

        BucketCors.AddHeaders(http, bucket.Info);
        if (target!.AccessPoint is not null && !operation.ThroughAccessPoint) return S3Error.MethodNotAllowed;
        var key = address.Key.Length == 0 ? null : address.Key;
        if (operation.Action is { } action && !await call.IsAllowedAsync(action, key, operation.Conditions?.Invoke(call))) return S3Error.AccessDenied;
        var error = await operation.Run(call);
        if (error is null && operation.Action is "s3:PutBucketPolicy" or "s3:DeleteBucketPolicy")
            services.Trail.Record(caller, operation.Action["s3:".Length..], new() { ["bucketName"] = bucket.Info.Name });
        return error;
    }
}

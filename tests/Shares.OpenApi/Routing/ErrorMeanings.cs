namespace Shares.OpenApi.Routing;

/// <summary>What each error code says to a caller.</summary>
public static class ErrorMeanings
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["VALIDATION_FAILED"] = "fields break their rules; `errors` names each",
        ["BAD_PAGE_TOKEN"] = "`nextToken` belongs to another query or caller; begin anew without it",
        ["MALFORMED_BODY"] = "the body is not JSON of the form that the route takes",
        ["UNAUTHENTICATED"] = "nobody has signed in",
        ["ROLE_TOO_LOW"] = "known here, but this takes another role, or is the owner's or publisher's to do",
        ["SHARING_DISABLED"] = "the project's `isShareable` is off",
        ["SHARE_IS_ANALYZE_ONLY"] = "pipelines may read the files, people may not view or download them",
        ["DOWNLOADS_SUSPENDED"] = "the share's egress limit is reached",
        ["NOT_YOUR_PIPELINE_ROLE"] = "only the pipeline role that is registered with the project may do this",
        ["NOT_FOUND"] = "not there, or not the caller's to see",
        ["ALREADY_EXISTS"] = "taken by something else",
        ["CONFLICT"] = "others kept changing it; try again",
        ["IDEMPOTENCY_KEY_REUSED"] = "the `Idempotency-Key` was sent with another request before",
        ["VERSION_MISMATCH"] = "it is not the version of `If-Match` any more; read it again",
        ["BODY_TOO_LARGE"] = "the body is over 256 KB",
        ["UNSUPPORTED_MEDIA_TYPE"] = "the body is not `application/json` in UTF-8",
        ["TOO_MANY_REQUESTS"] = "too often; `Retry-After` says when to try again",
        ["INTERNAL_ERROR"] = "a bug; the log has it under `traceId`",
        ["NOT_READY"] = "storage is being set up; `Retry-After` says when to try again",
        ["STORE_UNAVAILABLE"] = "the store does not answer; a change may have taken effect",
        ["TIMED_OUT"] = "stopped because it took too long; a change may have taken effect",
    };

    public static string Of(string code) => Meanings[code];
}

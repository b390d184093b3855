using Shares.Local.Lambda;
using Shares.Local.Policies;
using Shares.Local.S3.Http;
using Shares.Local.S3.Objects;

namespace Shares.Local.Trail;

/// <summary>Follows one request of S3 and tells of it when it is over, if it was about an object through an access point.</summary>
internal sealed class RequestRecorder
{
    private readonly HttpContext _http;
    private readonly CountedStream _body;
    private readonly DateTimeOffset _time;
    private S3Target? _target;
    private string _key = "";
    private string _name = "";

    public RequestRecorder(HttpContext http, DateTimeOffset time)
    {
        (_http, _time) = (http, time);
        http.Response.Body = _body = new CountedStream(http.Response.Body);
    }

    /// <summary>What the request means is known now.</summary>
    public void Begin(S3Operation operation, S3Target? target, string key)
    {
        var isCopy = _http.Request.Headers.ContainsKey(CopySource.Header);
        var name = (operation.Name, isCopy) switch
        {
            ("PutObject", true) => "CopyObject",
            ("UploadPart", true) => "UploadPartCopy",
            _ => operation.Name,
        };
        (_target, _key, _name) = (target, key, name);
    }

    /// <param name="error">What was answered instead of what was asked for.</param>
    public void Finish(ObjectRequests requests, Caller caller, S3Error? error)
    {
        if (_target?.AccessPoint is not { } accessPoint || _key.Length == 0) return;
        var request = _http.Request;
        requests.Tell(new ObjectRequest(
            _http.TraceIdentifier, _time, _name, caller, CallerKey.Of(request) ?? "", request.Headers.UserAgent.ToString(),
            accessPoint.Name, _target.Bucket.Name, _key, request.ContentLength ?? 0, _body.Written, error?.Code, error?.Message));
    }
}

using System.Text;
using Shares.Local.Identity;
using Shares.Local.Policies;
using Shares.Local.S3.Http;
using Shares.Local.Signing;

namespace Shares.Local.S3Control;

/// <summary>S3 Control: access points and their policies, under <c>/v20180820/accesspoint</c> on any host.</summary>
public sealed class S3ControlEndpoint(S3Services services)
{
    private const string Root = "/v20180820/";
    private const string AccountHeader = "x-amz-account-id";

    /// <summary>Told from an object whose key looks the same by the account, which S3 Control has in header or host.</summary>
    public static bool IsFor(HttpContext http) =>
        RequestTarget.Of(http).Path.StartsWith(Root, StringComparison.Ordinal)
        && (http.Request.Headers.ContainsKey(AccountHeader) || http.Request.Host.Host.StartsWith(LocalAccount.Id + ".", StringComparison.Ordinal));

    public async Task HandleAsync(HttpContext http, Caller caller)
    {
        http.Response.Headers["x-amz-request-id"] = http.TraceIdentifier;
        S3Error? error;
        try
        {
            error = await RunAsync(http, caller);
        }
        catch (InvalidPayloadException exception)
        {
            error = S3Error.Of(exception.Failure);
        }

        if (error is not null) await WriteErrorAsync(http, error);
    }

    public static Task WriteErrorAsync(HttpContext http, S3Error error) =>
        AwsXml.WriteAsync(http.Response, error.Status, ControlXml.Error(error, http.TraceIdentifier), http.RequestAborted);

    private async Task<S3Error?> RunAsync(HttpContext http, Caller caller)
    {
        var account = http.Request.Headers[AccountHeader].ToString();
        if (account.Length > 0 && account != LocalAccount.Id) return S3Error.AccessDenied;
        var request = RequestTarget.Of(http);
        var segments = request.Path[Root.Length..].Split('/').Select(segment => Encoding.UTF8.GetString(UriEncoding.Decode(segment))).ToArray();
        var name = segments.Length > 1 ? segments[1].Split('/')[^1] : "";
        var call = new ControlCall(http, caller, request, name, services);
        return (http.Request.Method, segments) switch
        {
            ("GET", ["accesspoint"]) => await ReadAccessPoints.ListAsync(call),
            ("PUT", ["accesspoint", _]) => Told(call, "CreateAccessPoint", await CreateAccessPoint.RunAsync(call)),
            ("GET", ["accesspoint", _]) => await ReadAccessPoints.GetAsync(call),
            ("DELETE", ["accesspoint", _]) => Told(call, "DeleteAccessPoint", await DeleteAccessPoint.RunAsync(call)),
            ("GET", ["accesspoint", _, "policy"]) => await AccessPointPolicy.GetAsync(call),
            ("PUT", ["accesspoint", _, "policy"]) => Told(call, "PutAccessPointPolicy", await AccessPointPolicy.PutAsync(call)),
            ("DELETE", ["accesspoint", _, "policy"]) => Told(call, "DeleteAccessPointPolicy", await AccessPointPolicy.DeleteAsync(call)),
            ("GET", ["accesspoint", _, "policyStatus"]) => await AccessPointPolicy.GetStatusAsync(call),
            _ => S3Error.NotImplemented,
        };
    }

    private S3Error? Told(ControlCall call, string action, S3Error? error)
    {
        if (error is null) services.Trail.Record(call.Caller, action, new() { ["name"] = call.Name });
        return error;
    }
}

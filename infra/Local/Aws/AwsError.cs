using System.Text.Json.Nodes;
using Shares.Local.S3.Http;
using Shares.Local.S3Control;
using Shares.Local.Signing;
using Shares.Local.Sts;

namespace Shares.Local.Aws;

/// <summary>A refusal before any service was reached, in the form of the service that was asked.</summary>
public static class AwsError
{
    private static readonly QueryXml Xml = new("http://webservices.amazon.com/AWSFault/2005-15-09");

    public static Task WriteAsync(HttpContext http, string service, int status, string code, string message)
    {
        if (S3ControlEndpoint.IsFor(http)) return S3ControlEndpoint.WriteErrorAsync(http, new S3Error(status, code, message));
        if (service is "" or "s3") return S3Endpoint.WriteErrorAsync(http, new S3Error(status, code, message));
        // Other services than S3 have another name for it.
        if (code == SignatureFailures.UnknownKey.Code) code = service is "sts" or "monitoring" or "sns" ? "InvalidClientTokenId" : "UnrecognizedClientException";
        if (service is "monitoring" or "sns") return Xml.WriteErrorAsync(http, status, code, message);
        if (service == "sts") return StsXml.WriteErrorAsync(http, new StsError(status, code, message));
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/x-amz-json-1.1";
        http.Response.Headers["x-amzn-ErrorType"] = code;
        var body = new JsonObject { ["__type"] = code, ["message"] = message };
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }
}

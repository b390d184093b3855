using System.Xml.Linq;
using Shares.Local.S3.Http;

namespace Shares.Local.Aws;

/// <summary>Answers of a service by AWS's query protocol.</summary>
/// <param name="space">The namespace of the service's API version.</param>
public sealed class QueryXml(XNamespace space)
{
    public XElement Element(string name, params object?[] content) => new(space + name, content);

    public Task WriteAsync(HttpContext http, string action, params object?[] result) =>
        WriteAsync(http, 200, Element($"{action}Response", Element($"{action}Result", result),
            Element("ResponseMetadata", Element("RequestId", http.TraceIdentifier))));

    public Task WriteErrorAsync(HttpContext http, int status, string code, string message) =>
        WriteAsync(http, status, Element("ErrorResponse",
            Element("Error", Element("Type", "Sender"), Element("Code", code), Element("Message", message)),
            Element("RequestId", http.TraceIdentifier)));

    private static Task WriteAsync(HttpContext http, int status, XElement root)
    {
        http.Response.Headers["x-amzn-RequestId"] = http.TraceIdentifier;
        return AwsXml.WriteAsync(http.Response, status, root, http.RequestAborted);
    }
}

using System.Xml.Linq;
using Shares.Local.S3.Http;

namespace Shares.Local.Sts;

/// <summary>Answers of STS's query protocol, API version 2011-06-15.</summary>
public static class StsXml
{
    private static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    public static Task WriteAsync(HttpContext http, string action, params object?[] result) =>
        WriteAsync(http, 200, Element($"{action}Response", Element($"{action}Result", result),
            Element("ResponseMetadata", Element("RequestId", http.TraceIdentifier))));

    public static Task WriteErrorAsync(HttpContext http, StsError error) =>
        WriteAsync(http, error.Status, Element("ErrorResponse",
            Element("Error", Element("Type", "Sender"), Element("Code", error.Code), Element("Message", error.Message)),
            Element("RequestId", http.TraceIdentifier)));

    private static Task WriteAsync(HttpContext http, int status, XElement root)
    {
        http.Response.Headers["x-amzn-RequestId"] = http.TraceIdentifier;
        return AwsXml.WriteAsync(http.Response, status, root, http.RequestAborted);
    }
}

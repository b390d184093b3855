using System.Xml.Linq;
using Shares.Local.Aws;

namespace Shares.Local.Sts;

/// <summary>Answers of STS's query protocol, API version 2011-06-15.</summary>
public static class StsXml
{
    private static readonly QueryXml Xml = new("https://sts.amazonaws.com/doc/2011-06-15/");

    public static XElement Element(string name, params object?[] content) => Xml.Element(name, content);

    public static Task WriteAsync(HttpContext http, string action, params object?[] result) => Xml.WriteAsync(http, action, result);

    public static Task WriteErrorAsync(HttpContext http, StsError error) => Xml.WriteErrorAsync(http, error.Status, error.Code, error.Message);
}

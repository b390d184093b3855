using System.Xml;
using System.Xml.Linq;

namespace Shares.Aws.Http;

/// <summary>Reads the XML of S3 and S3 Control, by local name: not all answers carry a namespace.</summary>
internal static class XmlAnswer
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Null when the text is no XML, or XML with a document type, which S3 never sends.</summary>
    public static XElement? TryParse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The error stands alone or inside an ErrorResponse. Nulls when there is none.</summary>
    public static (string? Code, string? Message) ReadError(XElement? answer)
    {
        var error = answer?.Name.LocalName == "Error" ? answer : answer?.Child("Error");
        return (error?.Text("Code"), error?.Text("Message"));
    }

    public static XElement? Child(this XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static string? Text(this XElement parent, string name) => parent.Child(name)?.Value;
}

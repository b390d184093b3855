using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Shares.Local.S3.Http;

/// <summary>XML bodies of AWS, in and out.</summary>
public static class AwsXml
{
    public static readonly XNamespace S3 = "http://s3.amazonaws.com/doc/2006-03-01/";
    private const int MaximumBody = 2 * 1024 * 1024;

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static async Task WriteAsync(HttpResponse response, int status, XElement root, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        // Keys may hold characters that XML cannot; clients that ask for encoded keys get them encoded.
        var settings = new XmlWriterSettings { CheckCharacters = false, Encoding = new UTF8Encoding(false) };
        using (var writer = XmlWriter.Create(buffer, settings)) root.WriteTo(writer);
        response.StatusCode = status;
        response.ContentType = "application/xml";
        response.ContentLength = buffer.Length;
        if (HttpMethods.IsHead(response.HttpContext.Request.Method)) return;
        await response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
    }

    /// <returns>The document's root, or <see langword="null"/> when it is not XML, too large, or declares entities.</returns>
    public static async Task<XElement?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await TextBody.ReadAsync(request, MaximumBody, cancellationToken) is not { } text) return null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The text of a child, whatever its namespace: some clients send none.</summary>
    public static string? Value(this XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value;

    public static IEnumerable<XElement> Children(this XElement element, string name) =>
        element.Elements().Where(child => child.Name.LocalName == name);
}

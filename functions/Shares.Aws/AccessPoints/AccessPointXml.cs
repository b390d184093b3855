using System.Xml;
using System.Xml.Linq;
using Shares.Core.Enforcing;

namespace Shares.Aws.AccessPoints;

/// <summary>Bodies of S3 Control, API version 2018-08-20. Answers are read by local name: not all carry the namespace.</summary>
internal static class AccessPointXml
{
    private static readonly XNamespace Namespace = "http://awss3control.amazonaws.com/doc/2018-08-20/";

    private static readonly string[] PublicAccessSettings =
        ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];

    /// <param name="vpcId">Null: reached from the Internet.</param>
    public static XElement CreateRequest(string bucket, string? vpcId) => new(
        Namespace + "CreateAccessPointRequest",
        new XElement(Namespace + "Bucket", bucket),
        vpcId is null ? null : new XElement(Namespace + "VpcConfiguration", new XElement(Namespace + "VpcId", vpcId)),
        new XElement(Namespace + "PublicAccessBlockConfiguration", PublicAccessSettings.Select(name => new XElement(Namespace + name, "true"))));

    public static XElement PutPolicyRequest(string policy) =>
        new(Namespace + "PutAccessPointPolicyRequest", new XElement(Namespace + "Policy", policy));

    /// <summary>Null when something is missing that S3 always tells.</summary>
    public static AccessPoint? ReadAccessPoint(XElement answer, AccessPointName name)
    {
        var block = Child(answer, "PublicAccessBlockConfiguration");
        var vpc = Child(answer, "VpcConfiguration");
        return Text(answer, "Bucket") is { Length: > 0 } bucket && Text(answer, "Alias") is { Length: > 0 } alias
            ? new AccessPoint(
                name, bucket, alias, vpc is null ? null : Text(vpc, "VpcId"), block is not null && PublicAccessSettings.All(s => Text(block, s) == "true"))
            : null;
    }

    public static string? ReadPolicy(XElement answer) => Text(answer, "Policy");

    /// <summary>The error stands alone or inside an ErrorResponse.</summary>
    public static (string? Code, string? Message) ReadError(XElement answer)
    {
        var error = answer.Name.LocalName == "Error" ? answer : Child(answer, "Error");
        return error is null ? (null, null) : (Text(error, "Code"), Text(error, "Message"));
    }

    /// <summary>Null when the text is no XML, or XML with a document type, which S3 never sends.</summary>
    public static XElement? TryParse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static string? Text(XElement parent, string name) => Child(parent, name)?.Value;
}

using System.Xml.Linq;
using Shares.Aws.Http;
using Shares.Core.Enforcing;

namespace Shares.Aws.AccessPoints;

/// <summary>Bodies of S3 Control, API version 2018-08-20.</summary>
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
        var block = answer.Child("PublicAccessBlockConfiguration");
        var vpc = answer.Child("VpcConfiguration");
        return answer.Text("Bucket") is { Length: > 0 } bucket && answer.Text("Alias") is { Length: > 0 } alias
            ? new AccessPoint(
                name, bucket, alias, vpc is null ? null : vpc.Text("VpcId"), block is not null && PublicAccessSettings.All(s => block.Text(s) == "true"))
            : null;
    }

    /// <summary>Of a page of access points; null when something is missing that S3 always tells.</summary>
    public static IReadOnlyList<string>? ReadNames(XElement answer)
    {
        if (answer.Child("AccessPointList") is not { } list) return null;
        var names = list.Elements().Select(accessPoint => accessPoint.Text("Name")).ToList();
        return names.All(name => name is { Length: > 0 }) ? [.. names.OfType<string>()] : null;
    }

    /// <summary>Null on the last page.</summary>
    public static string? ReadNextToken(XElement answer) => answer.Text("NextToken") is { Length: > 0 } token ? token : null;

    public static string? ReadPolicy(XElement answer) => answer.Text("Policy");
}

using System.Globalization;
using System.Xml.Linq;
using Shares.Local.Identity;
using Shares.Local.S3.Http;

namespace Shares.Local.S3Control;

/// <summary>Answers of S3 Control, API version 2018-08-20.</summary>
public static class ControlXml
{
    private static readonly XNamespace Namespace = "http://awss3control.amazonaws.com/doc/2018-08-20/";

    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    public static XElement Error(S3Error error, string requestId) => Element("ErrorResponse",
        Element("Error", Element("Code", error.Code), Element("Message", error.Message)),
        Element("RequestId", requestId),
        Element("HostId", requestId));

    public static XElement Created(AccessPoint accessPoint) =>
        Element("CreateAccessPointResult", Element("AccessPointArn", accessPoint.Arn), Element("Alias", accessPoint.Alias));

    public static XElement Whole(AccessPoint accessPoint) => Element("GetAccessPointResult",
        Summary(accessPoint),
        Element("PublicAccessBlockConfiguration", AccessPoint.PublicAccessSettings.Select(name =>
            Element(name, accessPoint.PublicAccessBlock.Contains(name)))),
        Element("CreationDate", accessPoint.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));

    public static XElement Page(IEnumerable<AccessPoint> page, string? next) => Element("ListAccessPointsResult",
        Element("AccessPointList", page.Select(accessPoint => Element("AccessPoint", Summary(accessPoint)))),
        next is null ? null : Element("NextToken", next));

    private static object?[] Summary(AccessPoint accessPoint) =>
    [
        Element("Name", accessPoint.Name),
        Element("NetworkOrigin", accessPoint.NetworkOrigin),
        accessPoint.VpcId is null ? null : Element("VpcConfiguration", Element("VpcId", accessPoint.VpcId)),
        Element("Bucket", accessPoint.Bucket),
        Element("BucketAccountId", LocalAccount.Id),
        Element("AccessPointArn", accessPoint.Arn),
        Element("Alias", accessPoint.Alias),
    ];
}

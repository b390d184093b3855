using System.Xml.Linq;
using Shares.Local.S3.Http;

namespace Shares.Local.S3Control;

public static class CreateAccessPoint
{
    public static async Task<S3Error?> RunAsync(ControlCall call)
    {
        if (await AwsXml.ReadAsync(call.Http.Request, call.Aborted) is not { } document) return S3Error.MalformedXml;
        var vpc = document.Children("VpcConfiguration").FirstOrDefault()?.Value("VpcId");
        if (!await call.IsAllowedAsync("s3:CreateAccessPoint", vpc is null ? "Internet" : "VPC")) return S3Error.AccessDenied;
        // A permission of its own, which takes no resource.
        if (document.Children("PublicAccessBlockConfiguration").Any()
            && !await call.Services.Authorizer.IsAllowedAsync(call.Caller, "s3:PutAccessPointPublicAccessBlock", "*", S3Call.NoConditions, call.Aborted))
            return S3Error.AccessDenied;
        if (!AccessPointName.IsValid(call.Name)) return new S3Error(400, "InvalidRequest", "The access point name is not valid.");
        if (document.Value("Bucket") is not { Length: > 0 } bucket) return S3Error.MalformedXml;
        if (call.Services.Store.Find(bucket) is null) return S3Error.NoSuchBucket;
        var accessPoint = new AccessPoint(call.Name, bucket, AccessPointName.NewAlias(call.Name), vpc, PublicAccessBlock(document),
            call.Services.Time.GetUtcNow(), Policy: null);
        if (!call.Services.AccessPoints.Add(accessPoint))
            return new S3Error(409, "AccessPointAlreadyOwnedByYou", "The access point was created before, and you own it.");
        return await call.AnswerAsync(ControlXml.Created(accessPoint));
    }

    private static IReadOnlyList<string> PublicAccessBlock(XElement document) =>
        document.Children("PublicAccessBlockConfiguration").FirstOrDefault() is { } block
            ? [.. AccessPoint.PublicAccessSettings.Where(name => block.Value(name) == "true")]
            : AccessPoint.PublicAccessSettings;
}

using System.Xml.Linq;
using Shares.Local.Identity;
using Shares.Local.Policies;
using Shares.Local.S3.Http;
using Shares.Local.Signing;

namespace Shares.Local.S3Control;

/// <summary>A request to S3 Control about one access point, or about all of them.</summary>
/// <param name="Name">Empty for all.</param>
public sealed record ControlCall(HttpContext Http, Caller Caller, RequestTarget Request, string Name, S3Services Services)
{
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Managing access points is decided by the caller's own policies.</summary>
    /// <param name="networkOrigin"><c>Internet</c> or <c>VPC</c>, where it is known.</param>
    public async Task<bool> IsAllowedAsync(string action, string? networkOrigin)
    {
        var conditions = new Dictionary<string, string>();
        if (Name.Length > 0)
        {
            conditions["s3:DataAccessPointArn"] = LocalAccount.AccessPointArn(Name);
            conditions["s3:DataAccessPointAccount"] = LocalAccount.Id;
        }

        if (networkOrigin is not null) conditions["s3:AccessPointNetworkOrigin"] = networkOrigin;
        var resource = Name.Length == 0 ? "*" : LocalAccount.AccessPointArn(Name);
        return await Services.Authorizer.IsAllowedAsync(Caller, action, resource, conditions, Aborted);
    }

    public async Task<S3Error?> AnswerAsync(XElement document)
    {
        await AwsXml.WriteAsync(Http.Response, 200, document, Aborted);
        return null;
    }

    public S3Error? NoContent()
    {
        Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    }
}

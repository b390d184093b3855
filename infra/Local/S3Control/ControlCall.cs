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
        var context = Caller.Context(Services.Time.GetUtcNow());
        context["s3:authType"] = Caller.Signature.AuthType.ConditionValue();
        if (Name.Length > 0)
        {
            context["s3:DataAccessPointArn"] = LocalAccount.AccessPointArn(Name);
            context["s3:DataAccessPointAccount"] = LocalAccount.Id;
        }

        if (networkOrigin is not null) context["s3:AccessPointNetworkOrigin"] = networkOrigin;
        var resource = Name.Length == 0 ? "*" : LocalAccount.AccessPointArn(Name);
        var answer = await Services.Policies.EvaluateAsync(Caller.Question(action, resource, context), Aborted);
        return !answer.IsDenied && answer.IsAllowedByIdentity;
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

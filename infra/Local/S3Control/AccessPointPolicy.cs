using Shares.Local.S3.Buckets;
using Shares.Local.S3.Http;

namespace Shares.Local.S3Control;

public static class AccessPointPolicy
{
    private static readonly S3Error Missing = new(404, "NoSuchAccessPointPolicy", "The specified accesspoint policy does not exist");

    public static async Task<S3Error?> GetAsync(ControlCall call)
    {
        var (accessPoint, error) = await FindAsync(call, "s3:GetAccessPointPolicy");
        if (accessPoint is null) return error;
        return accessPoint.Policy is null ? Missing
            : await call.AnswerAsync(ControlXml.Element("GetAccessPointPolicyResult", ControlXml.Element("Policy", accessPoint.Policy)));
    }

    public static async Task<S3Error?> GetStatusAsync(ControlCall call)
    {
        var (accessPoint, error) = await FindAsync(call, "s3:GetAccessPointPolicyStatus");
        if (accessPoint is null) return error;
        if (accessPoint.Policy is not { } policy) return Missing;
        var isPublic = accessPoint.VpcId is null && await call.Services.Policies.IsPublicAsync(policy, call.Aborted);
        return await call.AnswerAsync(ControlXml.Element("GetAccessPointPolicyStatusResult",
            ControlXml.Element("PolicyStatus", ControlXml.Element("IsPublic", isPublic))));
    }

    /// <summary>Replaces the whole policy.</summary>
    public static async Task<S3Error?> PutAsync(ControlCall call)
    {
        var (accessPoint, error) = await FindAsync(call, "s3:PutAccessPointPolicy");
        if (accessPoint is null) return error;
        var document = await AwsXml.ReadAsync(call.Http.Request, call.Aborted);
        if (document?.Value("Policy") is not { } text) return S3Error.MalformedXml;
        (var policy, error) = await ResourcePolicy.CheckAsync(
            text, mayBePublic: accessPoint.VpcId is not null, call.Services.Policies, accessPoint.Arn, call.Aborted);
        if (policy is null) return error;
        return call.Services.AccessPoints.SetPolicy(call.Name, policy) ? null : S3Error.NoSuchAccessPoint;
    }

    public static async Task<S3Error?> DeleteAsync(ControlCall call)
    {
        var (accessPoint, error) = await FindAsync(call, "s3:DeleteAccessPointPolicy");
        if (accessPoint is null) return error;
        return call.Services.AccessPoints.SetPolicy(call.Name, null) ? call.NoContent() : S3Error.NoSuchAccessPoint;
    }

    private static async Task<(AccessPoint? Found, S3Error? Error)> FindAsync(ControlCall call, string action)
    {
        var accessPoint = call.Services.AccessPoints.Find(call.Name);
        if (!await call.IsAllowedAsync(action, accessPoint?.NetworkOrigin)) return (null, S3Error.AccessDenied);
        return accessPoint is null ? (null, S3Error.NoSuchAccessPoint) : (accessPoint, null);
    }
}

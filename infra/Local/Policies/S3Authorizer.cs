using System.Globalization;
using Shares.Local.Identity;
using Shares.Local.Permissions;
using Shares.Local.Signing;

namespace Shares.Local.Policies;

/// <summary>
/// Decides S3 requests as AWS does within one account: no Deny anywhere, and an Allow for the bucket; through an access point
/// also an Allow for the access point, and the right network. Block Public Access is on for the whole account, so
/// nobody without a signature gets here and no policy is public.
/// </summary>
public sealed class S3Authorizer(PolicyEvaluator evaluator, PermissionRecord record, TimeProvider time)
{
    /// <param name="action">Such as <c>s3:GetObject</c>.</param>
    /// <param name="key">The object, or <see langword="null"/> for an action on the bucket.</param>
    /// <param name="conditions">Keys of this action, such as <c>s3:prefix</c>.</param>
    public async Task<bool> IsAllowedAsync(
        Caller caller, string action, S3Target target, string? key, IReadOnlyDictionary<string, string> conditions, CancellationToken cancellationToken)
    {
        var isAllowed = await DecideAsync(caller, action, target, key, conditions, cancellationToken);
        var resource = target.AccessPoint is null ? target.BucketResource(key) : target.AccessPointResource(key);
        record.Note(caller.Principal, action, resource, isAllowed);
        return isAllowed;
    }

    /// <summary>Actions that only the caller's own policies decide: about no bucket that exists, or managing access points.</summary>
    public async Task<bool> IsAllowedAsync(
        Caller caller, string action, string resource, IReadOnlyDictionary<string, string> conditions, CancellationToken cancellationToken)
    {
        var context = Context(caller);
        foreach (var (name, value) in conditions) context[name] = value;
        var answer = await evaluator.EvaluateAsync(caller.Question(action, resource, context), cancellationToken);
        var isAllowed = !answer.IsDenied && answer.IsAllowedByIdentity;
        record.Note(caller.Principal, action, resource, isAllowed);
        return isAllowed;
    }

    private async Task<bool> DecideAsync(
        Caller caller, string action, S3Target target, string? key, IReadOnlyDictionary<string, string> conditions, CancellationToken cancellationToken)
    {
        var context = Context(caller);
        foreach (var (name, value) in conditions) context[name] = value;
        if (target.AccessPoint is { } accessPoint)
        {
            if (accessPoint.VpcId is { } vpc && vpc != caller.Origin.VpcId) return false;
            context["s3:DataAccessPointArn"] = accessPoint.Arn;
            context["s3:DataAccessPointAccount"] = LocalAccount.Id;
            context["s3:AccessPointNetworkOrigin"] = accessPoint.NetworkOrigin;
            var onAccessPoint = caller.Question(action, target.AccessPointResource(key), context, accessPoint.Policy);
            if (!Grants(await evaluator.EvaluateAsync(onAccessPoint, cancellationToken), sessionLimitsPolicy: true)) return false;
        }

        var onBucket = caller.Question(action, target.BucketResource(key), context, target.Bucket.Policy);
        // The session's limits were written for the access point that is named in the request, not for the bucket behind it.
        return Grants(await evaluator.EvaluateAsync(onBucket, cancellationToken), sessionLimitsPolicy: target.AccessPoint is null);
    }

    private static bool Grants(PolicyAnswer answer, bool sessionLimitsPolicy) =>
        !answer.IsDenied
        && (answer.IsAllowedByIdentity
            || (answer.Resource == Verdict.Allow && (!sessionLimitsPolicy || answer.Session == Verdict.Allow)));

    private Dictionary<string, object> Context(Caller caller)
    {
        var context = caller.Context(time.GetUtcNow());
        context["s3:authType"] = caller.Signature.AuthType.ConditionValue();
        context["s3:signatureAge"] = ((long)caller.Signature.Age.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        context["s3:signatureversion"] = AuthorizationHeader.Algorithm;
        context["s3:ResourceAccount"] = LocalAccount.Id;
        context["s3:TlsVersion"] = "1.3";
        return context;
    }
}

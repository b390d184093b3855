using Shares.Local.Identity;
using Shares.Local.Permissions;
using Shares.Local.Policies;
using Shares.Local.S3.Http;

namespace Shares.Local.Sts;

/// <summary>
/// AssumeRole. The role's trust policy must allow the caller each of the actions that the request takes: naming the account leaves
/// the decision to the caller's own policies, naming the caller's role decides by itself. No policy may deny.
/// </summary>
public sealed class AssumeRole(RoleCatalog roles, CredentialStore credentials, PolicyEvaluator policies, PermissionRecord record, TimeProvider time)
{
    public async Task<StsError?> RunAsync(HttpContext http, Caller caller, IReadOnlyDictionary<string, string> form)
    {
        var (request, error) = AssumeRoleRequest.Read(form);
        if (request is null) return error;
        var from = caller.Principal;
        if (from.TransitiveTagKeys.FirstOrDefault(request.Tags.ContainsKey) is { } inherited)
            return new StsError(400, "InvalidParameterValue", $"The tag {inherited} is transitive in the calling session and cannot be set.");
        var denied = StsError.AccessDenied(from.Arn, "sts:AssumeRole", request.RoleArn);
        if (from.SourceIdentity is not null && request.SourceIdentity is not null && request.SourceIdentity != from.SourceIdentity) return denied;
        if (roles.FindByArn(request.RoleArn) is not { TrustPolicyText: { } trust } role) return denied;
        var session = Session(from, request);
        foreach (var action in Actions(session, from))
        {
            if (!await IsAllowedAsync(caller, action, role, trust, request, session, http.RequestAborted))
                return StsError.AccessDenied(from.Arn, action, request.RoleArn);
        }

        if (request.Policy is { } policy && await policies.ValidateAsync(policy, PolicyType.Identity, null, http.RequestAborted) is [var first, ..])
            return new StsError(400, "MalformedPolicyDocument", first);
        var packed = PackedSize.Percent(session.Tags, request.Policy);
        if (packed > 100) return new StsError(400, "PackedPolicyTooLarge", $"Packed size of session tags consumes {packed}% of allotted space.");
        await AnswerAsync(http, credentials.IssueSession(role, session), packed);
        return null;
    }

    private static SessionRequest Session(Principal from, AssumeRoleRequest request)
    {
        var tags = new Dictionary<string, string>(request.Tags);
        foreach (var key in from.TransitiveTagKeys) tags[key] = from.Tags[key];
        return new SessionRequest(request.SessionName, request.Duration)
        {
            Tags = tags,
            TransitiveTagKeys = request.TransitiveTagKeys.Union(from.TransitiveTagKeys).ToHashSet(),
            SourceIdentity = request.SourceIdentity ?? from.SourceIdentity,
            SessionPolicies = request.Policy is null ? [] : [request.Policy],
        };
    }

    private static IEnumerable<string> Actions(SessionRequest session, Principal from)
    {
        yield return "sts:AssumeRole";
        if (session.Tags.Count > 0) yield return "sts:TagSession";
        if (session.SourceIdentity is not null || from.SourceIdentity is not null) yield return "sts:SetSourceIdentity";
    }

    private async Task<bool> IsAllowedAsync(
        Caller caller, string action, LocalRole role, string trust, AssumeRoleRequest request, SessionRequest session,
        CancellationToken cancellationToken)
    {
        var context = caller.Context(time.GetUtcNow());
        context["sts:RoleSessionName"] = request.SessionName;
        foreach (var (key, value) in role.Tags) context[$"aws:ResourceTag/{key}"] = value;
        foreach (var (key, value) in request.Tags) context[$"aws:RequestTag/{key}"] = value;
        if (request.Tags.Count > 0) context["aws:TagKeys"] = request.Tags.Keys.ToArray();
        if (request.TransitiveTagKeys.Count > 0) context["sts:TransitiveTagKeys"] = request.TransitiveTagKeys.ToArray();
        if (session.SourceIdentity is { } identity) context["sts:SourceIdentity"] = identity;
        var answer = await policies.EvaluateAsync(caller.Question(action, role.Arn, context, trust), cancellationToken);
        var isAllowed = !answer.IsDenied && answer.Session == Verdict.Allow
            && (answer.Resource == Verdict.Allow || (answer.Resource == Verdict.AllowAccount && answer.IsAllowedByIdentity));
        record.Note(caller.Principal, action, role.Arn, isAllowed);
        return isAllowed;
    }

    private static Task AnswerAsync(HttpContext http, Credential issued, int packed) => StsXml.WriteAsync(http, "AssumeRole",
        StsXml.Element("AssumedRoleUser",
            StsXml.Element("AssumedRoleId", issued.Principal.UserId),
            StsXml.Element("Arn", issued.Principal.Arn)),
        StsXml.Element("Credentials",
            StsXml.Element("AccessKeyId", issued.AccessKeyId),
            StsXml.Element("SecretAccessKey", issued.SecretAccessKey),
            StsXml.Element("SessionToken", issued.SessionToken),
            StsXml.Element("Expiration", AwsXml.Time(issued.ExpiresAt!.Value))),
        StsXml.Element("PackedPolicySize", packed),
        issued.Principal.SourceIdentity is { } identity ? StsXml.Element("SourceIdentity", identity) : null);
}

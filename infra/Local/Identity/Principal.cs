namespace Shares.Local.Identity;

/// <summary>Who signed a request: a session of a role.</summary>
/// <param name="Arn"><c>arn:aws:sts::{account}:assumed-role/{role}/{session}</c>.</param>
/// <param name="RoleArn">The value of <c>aws:PrincipalArn</c>.</param>
/// <param name="UserId">The value of <c>aws:userid</c>: <c>AROA…:{session}</c>.</param>
/// <param name="Tags">Session tags over the role's own: <c>aws:PrincipalTag/*</c>.</param>
/// <param name="TransitiveTagKeys">Keys of tags that sessions assumed from this one inherit.</param>
/// <param name="TokenIssueTime">When the session was issued, <c>aws:TokenIssueTime</c>.</param>
/// <param name="SessionPolicies">Policy documents passed to AssumeRole; when there are any, they limit the role's policies.</param>
public sealed record Principal(
    string Arn,
    string RoleName,
    string RoleArn,
    string SessionName,
    string UserId,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlySet<string> TransitiveTagKeys,
    string? SourceIdentity,
    DateTimeOffset TokenIssueTime,
    IReadOnlyList<string> SessionPolicies);

namespace Shares.Hosting;

/// <summary>How the caller that API Gateway has authenticated appears on <c>HttpContext.User</c>.</summary>
public static class CallerClaims
{
    /// <summary>Authentication type of a person: the token's claims are there under their own names.</summary>
    public const string Jwt = "jwt";

    /// <summary>Authentication type of an AWS role or user that signed the request.</summary>
    public const string Iam = "iam";

    /// <summary>ARN of the IAM caller; for a role that of its session, <c>arn:aws:sts::…:assumed-role/{role}/{session}</c>.</summary>
    public const string UserArn = "iam:userArn";

    /// <summary>Account of the IAM caller, 12 digits.</summary>
    public const string AccountId = "iam:accountId";

    /// <summary>Unique id of the IAM caller; for a role <c>{role id}:{session}</c>.</summary>
    public const string CallerId = "iam:callerId";

    /// <summary>
    /// Claims that may be lists. API Gateway writes a list as <c>[a b]</c>, which a person's own name could imitate,
    /// so only these become several claims; every other claim is kept as it was given.
    /// </summary>
    public static readonly IReadOnlySet<string> Lists =
        new HashSet<string>(StringComparer.Ordinal) { "cognito:groups", "groups", "roles", "aud", "amr" };
}

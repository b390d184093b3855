using System.Collections.Frozen;
using System.Security.Claims;
using Shares.Core.Access;
using Shares.Core.Ids;
using Shares.Hosting;

namespace Shares.Web;

/// <summary>Reads the caller from what the gateway has verified.</summary>
public static class Callers
{
    private static readonly string[] GroupClaims = ["cognito:groups", "groups"];

    /// <summary>
    /// A person is named by <c>sub</c>, or <c>username</c> where a token has none; an AWS role by the ARN of its session. Null when
    /// nobody has signed in, and for an IAM caller that is no role.
    /// </summary>
    public static Caller? From(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Identity?.AuthenticationType switch
        {
            CallerClaims.Jwt when UserId.TryParse(user.FindFirstValue("sub") ?? user.FindFirstValue("username"), out var id) =>
                new Caller.Person(id, user.FindFirstValue("email") ?? "", Groups(user)),
            CallerClaims.Iam when RoleArn.TryParseSession(user.FindFirstValue(CallerClaims.UserArn), out var role, out var session) =>
                new Caller.AwsRole(role, session),
            _ => null,
        };
    }

    /// <summary>Different for different callers, and the same whenever one calls: what belongs to a caller is kept under it.</summary>
    public static string KeyOf(Caller caller) => caller switch
    {
        Caller.Person person => $"person {person.Id}",
        Caller.AwsRole aws => $"role {aws.Role.AccountId} {aws.Role.Name}",
        _ => throw new ArgumentOutOfRangeException(nameof(caller)),
    };

    private static FrozenSet<string> Groups(ClaimsPrincipal user) =>
        user.Claims.Where(c => GroupClaims.Contains(c.Type)).Select(c => c.Value).ToFrozenSet(StringComparer.Ordinal);
}

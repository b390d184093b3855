using System.Security.Claims;
using System.Text.Json;

namespace Shares.Hosting.HttpApi;

/// <summary>The caller whom API Gateway authenticated, see <see cref="CallerClaims"/>; a principal without authentication where there was no authorizer.</summary>
internal static class Caller
{
    public static ClaimsPrincipal Of(HttpApiAuthorizer? authorizer) => new(authorizer switch
    {
        { Jwt: { } jwt } => new ClaimsIdentity(jwt.Claims.SelectMany(ClaimsOf), CallerClaims.Jwt, "sub", "cognito:groups"),
        { Iam: { } iam } => new ClaimsIdentity(
            [
                new(CallerClaims.UserArn, iam.UserArn),
                new(CallerClaims.AccountId, iam.AccountId),
                new(CallerClaims.CallerId, iam.CallerId),
            ],
            CallerClaims.Iam),
        _ => new ClaimsIdentity(),
    });

    private static IEnumerable<Claim> ClaimsOf(KeyValuePair<string, JsonElement> claim)
    {
        if (claim.Value.ValueKind == JsonValueKind.Null) return [];
        var value = claim.Value.ToString();
        return CallerClaims.Lists.Contains(claim.Key) && value is ['[', .., ']']
            ? value[1..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(item => new Claim(claim.Key, item))
            : [new(claim.Key, value)];
    }
}

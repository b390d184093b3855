using System.Text.Json.Nodes;
using Shares.Local.Identity;
using Shares.Local.Signing;

namespace Shares.Local.Gateway;

/// <summary>Checks signatures as the IAM authorizer of an HTTP API does. Every role of this machine may invoke the API.</summary>
internal sealed class IamAuthorizer(SignatureVerifier verifier)
{
    /// <summary>The member <c>authorizer.iam</c> of the event, or null when the request is refused.</summary>
    public async Task<JsonObject?> AuthorizeAsync(HttpContext context)
    {
        var accessKey = AuthorizationHeader.Read(context.Request.Headers).Claim?.AccessKeyId;
        return await verifier.VerifyAsync(context, "execute-api", context.RequestAborted) is SignatureResult.Verified { Principal: var caller }
            ? new JsonObject
            {
                ["accessKey"] = accessKey,
                ["accountId"] = LocalAccount.Id,
                ["callerId"] = caller.UserId,
                ["cognitoIdentity"] = null,
                ["principalOrgId"] = null,
                ["userArn"] = caller.Arn,
                ["userId"] = caller.UserId,
            }
            : null;
    }
}

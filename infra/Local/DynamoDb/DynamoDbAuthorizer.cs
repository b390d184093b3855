using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Shares.Local.Aws;
using Shares.Local.Identity;
using Shares.Local.Permissions;
using Shares.Local.Policies;
using Shares.Local.Signing;

namespace Shares.Local.DynamoDb;

/// <summary>
/// Stands before DynamoDB Local, which checks neither signatures nor policies: the caller's own policies must allow everything that
/// a request needs, with the partition keys that it names.
/// </summary>
public sealed class DynamoDbAuthorizer(
    SignatureVerifier verifier,
    RoleCatalog roles,
    LocalAwsOptions options,
    PolicyEvaluator policies,
    PermissionRecord record,
    DynamoDbAccessReader reader,
    TimeProvider time)
{
    /// <summary>Call once, before the body is read; afterwards it can be read from its beginning.</summary>
    /// <returns>Why not, or <see langword="null"/>.</returns>
    public async Task<DynamoDbRefusal?> CheckAsync(HttpContext http)
    {
        // DynamoDB takes 16 MB, and so does the buffer of the signature's check.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        return await verifier.VerifyAsync(http, "dynamodb", http.RequestAborted) switch
        {
            SignatureResult.Verified verified => await CheckAsync(http, Caller.Of(http, verified, roles, options)),
            SignatureResult.Failed failed => DynamoDbRefusal.Of(failed),
            _ => DynamoDbRefusal.NotSigned,
        };
    }

    private async Task<DynamoDbRefusal?> CheckAsync(HttpContext http, Caller caller)
    {
        var input = await InputAsync(http);
        if (input is null || reader.Read(http.Request.Headers["X-Amz-Target"].ToString(), input) is not { } needed) return DynamoDbRefusal.Unreadable;
        foreach (var access in needed)
        {
            var context = caller.Context(time.GetUtcNow());
            foreach (var (name, value) in access.Conditions()) context[name] = value;
            var answer = await policies.EvaluateAsync(caller.Question(access.Action, access.Resource, context), http.RequestAborted);
            var isAllowed = !answer.IsDenied && answer.IsAllowedByIdentity;
            record.Note(caller.Principal, access.Action, access.Resource, isAllowed, access.LeadingKeys);
            if (!isAllowed) return DynamoDbRefusal.AccessDenied(caller, access, answer.IsDenied);
        }

        return null;
    }

    private static async Task<JsonObject?> InputAsync(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            http.Request.Body.Position = 0;
        }
    }
}

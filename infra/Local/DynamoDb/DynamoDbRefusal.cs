using System.Text.Json.Nodes;
using Shares.Local.Policies;
using Shares.Local.Signing;

namespace Shares.Local.DynamoDb;

/// <summary>An error as DynamoDB answers it: 400 and JSON, whatever is wrong.</summary>
public sealed record DynamoDbRefusal(string Type, string Message)
{
    public static DynamoDbRefusal NotSigned { get; } = new("MissingAuthenticationTokenException", "Request is missing Authentication Token");

    public static DynamoDbRefusal Unreadable { get; } = new("SerializationException", "The local cloud finds no table or partition key where the operation has one.");

    public static DynamoDbRefusal Of(SignatureResult.Failed failure) =>
        failure == SignatureFailures.UnknownKey || failure == SignatureFailures.InvalidToken
            ? new("UnrecognizedClientException", "The security token included in the request is invalid.")
        : failure == SignatureFailures.ExpiredToken ? new("ExpiredTokenException", "The security token included in the request is expired")
        : failure == SignatureFailures.Mismatch || failure == SignatureFailures.Skewed ? new("InvalidSignatureException", failure.Message)
        : new("IncompleteSignatureException", failure.Message);

    public static DynamoDbRefusal AccessDenied(Caller caller, DynamoDbAccess access, bool isExplicit) => new(
        "AccessDeniedException",
        $"User: {caller.Principal.Arn} is not authorized to perform: {access.Action} on resource: {access.Resource} "
        + (isExplicit ? "with an explicit deny in an identity-based policy" : $"because no identity-based policy allows the {access.Action} action"));

    public Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "application/x-amz-json-1.0";
        http.Response.Headers["x-amzn-RequestId"] = http.TraceIdentifier;
        var body = new JsonObject { ["__type"] = $"com.amazon.coral.service#{Type}", ["message"] = Message };
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }
}

using System.Text.Json;
using Shares.Local.Aws;
using Shares.Local.Policies;

namespace Shares.Local.Lambda;

/// <summary>The part of Lambda's API that callers of functions use: Invoke and ListFunctions.</summary>
public sealed class LambdaEndpoint(LocalLambda lambda, ActionAuthorizer authorizer, ILogger<LambdaEndpoint> logger)
{
    private const string Functions = "/2015-03-31/functions";

    /// <summary>Registers as a service of the local AWS.</summary>
    public AwsService Service => new("lambda", HandleAsync);

    private Task HandleAsync(HttpContext http, Caller caller)
    {
        var path = http.Request.Path.Value!.TrimEnd('/');
        if (!path.StartsWith(Functions, StringComparison.Ordinal)) return LambdaAnswer.Unknown.WriteAsync(http);
        return (http.Request.Method, path[Functions.Length..].Split('/')) switch
        {
            ("GET", [""]) => ListAsync(http, caller),
            ("POST", ["", var name, "invocations"]) => InvokeAsync(http, caller, LambdaNames.NameIn(name)),
            _ => LambdaAnswer.Unknown.WriteAsync(http),
        };
    }

    private async Task ListAsync(HttpContext http, Caller caller)
    {
        var refusal = await CheckAllowedAsync(caller, "lambda:ListFunctions", "*", http.RequestAborted);
        await (refusal ?? LambdaAnswer.List(lambda.Functions)).WriteAsync(http);
    }

    private async Task InvokeAsync(HttpContext http, Caller caller, string name)
    {
        var type = http.Request.Headers["X-Amz-Invocation-Type"].ToString();
        var limit = type == "Event" ? PayloadLimits.Event : PayloadLimits.Request;
        var body = await BoundedBody.ReadAsync(http.Request, limit);
        var refusal = await CheckAllowedAsync(caller, "lambda:InvokeFunction", LambdaNames.Arn(name), http.RequestAborted)
            ?? (lambda.Has(name) ? null : LambdaAnswer.NoFunction(name))
            ?? (body is { } sent ? CheckContent(type, sent) : LambdaAnswer.TooLarge(limit));
        if (refusal is not null)
        {
            await refusal.WriteAsync(http);
            return;
        }

        var payload = body!.Value.IsEmpty ? "{}"u8.ToArray() : body.Value;
        if (type == "Event") _ = InvokeLaterAsync(name, payload);
        if (type is "Event" or "DryRun")
        {
            http.Response.StatusCode = type == "Event" ? StatusCodes.Status202Accepted : StatusCodes.Status204NoContent;
            return;
        }

        await AnswerAsync(http, await lambda.InvokeAsync(name, payload, http.RequestAborted));
    }

    private async Task<LambdaAnswer?> CheckAllowedAsync(Caller caller, string action, string resource, CancellationToken cancellationToken) =>
        await authorizer.IsAllowedAsync(caller, action, resource, cancellationToken) ? null : LambdaAnswer.AccessDenied(caller.Principal.Arn, action, resource);

    private static LambdaAnswer? CheckContent(string type, ReadOnlyMemory<byte> payload) =>
        type is not ("" or "RequestResponse" or "Event" or "DryRun") ? LambdaAnswer.UnknownType
        : !payload.IsEmpty && !IsJson(payload) ? LambdaAnswer.NotJson
        : null;

    private static async Task AnswerAsync(HttpContext http, InvocationOutcome outcome)
    {
        var headers = http.Response.Headers;
        headers["x-amzn-RequestId"] = outcome.RequestId;
        headers["X-Amz-Executed-Version"] = "$LATEST";
        if (outcome.Answer.IsError) headers["X-Amz-Function-Error"] = "Unhandled";
        if (http.Request.Headers["X-Amz-Log-Type"] == "Tail") headers["X-Amz-Log-Result"] = Convert.ToBase64String(await outcome.ReadLogAsync());
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(outcome.Answer.Payload, http.RequestAborted);
    }

    private async Task InvokeLaterAsync(string name, ReadOnlyMemory<byte> payload)
    {
        try
        {
            var outcome = await lambda.InvokeAsync(name, payload, CancellationToken.None);
            if (outcome.Answer.IsError) logger.LogWarning("{Function} failed on an event: {Error}, request {RequestId}", name, outcome.Answer.ErrorType, outcome.RequestId);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "{Function} could not be invoked", name);
        }
    }

    private static bool IsJson(ReadOnlyMemory<byte> payload)
    {
        try
        {
            JsonDocument.Parse(payload).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

using System.Text.Json.Nodes;

namespace Shares.Local.Lambda;

/// <summary>What Lambda's API answers about functions, and its refusals.</summary>
internal sealed record LambdaAnswer(int Status, string? ErrorType, JsonObject Body)
{
    public static LambdaAnswer Unknown { get; } = Error(404, "UnknownOperationException", "The local Lambda has Invoke and ListFunctions only.");

    public static LambdaAnswer UnknownType { get; } = Error(400, "InvalidParameterValueException", "The invocation type is not known.");

    public static LambdaAnswer NotJson { get; } = Error(400, "InvalidRequestContentException", "Could not parse request body into json.");

    public static LambdaAnswer NoFunction(string name) => Error(404, "ResourceNotFoundException", $"Function not found: {LambdaNames.Arn(name)}");

    public static LambdaAnswer TooLarge(int limit) =>
        Error(413, "RequestTooLargeException", $"Request must be smaller than {limit} bytes for the InvokeFunction operation");

    public static LambdaAnswer AccessDenied(string caller, string action, string resource) =>
        Error(403, "AccessDeniedException", $"User: {caller} is not authorized to perform: {action} on resource: {resource}");

    public static LambdaAnswer List(IEnumerable<FunctionDefinition> functions) => new(200, null, new JsonObject
    {
        ["Functions"] = new JsonArray([.. functions.Select(function => (JsonNode)new JsonObject
        {
            ["FunctionName"] = function.Name,
            ["FunctionArn"] = LambdaNames.Arn(function.Name),
            ["Runtime"] = "provided.al2023",
            ["Handler"] = function.Handler,
            ["Timeout"] = (int)function.Timeout.TotalSeconds,
            ["MemorySize"] = function.MemoryMegabytes,
            ["Version"] = "$LATEST",
            ["PackageType"] = "Zip",
        })]),
    });

    public Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        if (ErrorType is not null) http.Response.Headers["x-amzn-ErrorType"] = ErrorType;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(Body.ToJsonString(), http.RequestAborted);
    }

    private static LambdaAnswer Error(int status, string type, string message) =>
        new(status, type, new JsonObject { ["Type"] = "User", ["Message"] = message });
}

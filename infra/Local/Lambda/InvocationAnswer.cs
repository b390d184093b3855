using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shares.Local.Lambda;

/// <summary>What an invocation comes to.</summary>
/// <param name="Payload">The function's response, or <c>{errorType, errorMessage, …}</c>.</param>
/// <param name="IsError">The function, its runtime or its process failed.</param>
public sealed record InvocationAnswer(ReadOnlyMemory<byte> Payload, bool IsError)
{
    /// <summary>Such as <c>Runtime.ExitError</c>, of an error; <c>Unknown</c> when it does not say.</summary>
    public string ErrorType
    {
        get
        {
            try
            {
                return JsonNode.Parse(Payload.Span)?["errorType"]?.ToString() ?? "Unknown";
            }
            catch (JsonException)
            {
                return "Unknown";
            }
        }
    }

    public static InvocationAnswer TimedOut(string requestId, TimeSpan timeout) =>
        Error("Sandbox.Timedout", FormattableString.Invariant($"RequestId: {requestId} Error: Task timed out after {timeout.TotalSeconds:0.00} seconds"));

    public static InvocationAnswer InitTimedOut(string requestId, TimeSpan timeout) =>
        Error("Sandbox.InitTimedout", FormattableString.Invariant($"RequestId: {requestId} Error: Init timed out after {timeout.TotalSeconds:0.00} seconds"));

    /// <param name="exitCode">128 + n stands for signal n.</param>
    public static InvocationAnswer Exited(string requestId, int exitCode) => Error(
        "Runtime.ExitError",
        $"RequestId: {requestId} Error: Runtime exited with error: {(exitCode == 137 ? "signal: killed" : $"exit status {exitCode}")}");

    public static InvocationAnswer NotStarted(string requestId, string reason) =>
        Error("Runtime.InvalidEntrypoint", $"RequestId: {requestId} Error: {reason}");

    public static InvocationAnswer TooLarge() => Error(
        "Function.ResponseSizeTooLarge",
        $"Response payload size exceeded maximum allowed payload size ({PayloadLimits.Response} bytes).");

    public static InvocationAnswer RequestTooLarge() =>
        Error("RequestTooLargeException", $"Request must be smaller than {PayloadLimits.Request} bytes for the InvokeFunction operation");

    private static InvocationAnswer Error(string type, string message) =>
        new(System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["errorType"] = type, ["errorMessage"] = message }.ToJsonString()), IsError: true);
}

using System.Buffers;
using System.Text.Json;

namespace Shares.Hosting.RuntimeApi;

/// <summary>Why an invocation or the start failed, as told to Lambda and so to whoever invoked: it names the kind of failure, never what was in it.</summary>
/// <param name="Type">Has the form <c>(Runtime|Function)\.[A-Z][A-Za-z]+</c>, anything else Lambda replaces by Unknown.</param>
internal sealed record InvocationFault(string Type, string Message)
{
    public static readonly InvocationFault InvalidEvent = new("Function.InvalidEvent", "The event does not have the shape that this function takes.");

    public static readonly InvocationFault DeadlineExceeded = new("Function.DeadlineExceeded", "The function did not finish in its time.");

    public static InvocationFault Of(Exception exception)
    {
        var letters = string.Concat(exception.GetType().Name.Where(char.IsAsciiLetter));
        var name = letters.Length > 1 ? char.ToUpperInvariant(letters[0]) + letters[1..] : "UnknownException";
        return new($"Function.{name}", $"{name}; the log of this request has the details.");
    }

    public ReadOnlyMemory<byte> ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("errorType"u8, Type);
        json.WriteString("errorMessage"u8, Message);
        json.WriteStartArray("stackTrace"u8);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}

using System.Text.Json.Serialization;

namespace Shares.Web.Errors;

/// <summary>RFC 9457, and the four members that Cirro's clients read.</summary>
/// <param name="TraceId">Lambda's id of the request, under which the log has it.</param>
/// <param name="Errors">One entry a field, beginning with the field's name.</param>
internal sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    string TraceId,
    int StatusCode,
    string ErrorCode,
    string ErrorDetail,
    IReadOnlyList<ProblemEntry> Errors);

internal sealed record ProblemEntry(string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class ProblemJson : JsonSerializerContext;

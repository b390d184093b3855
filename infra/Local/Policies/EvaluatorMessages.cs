using System.Text.Json.Serialization;

namespace Shares.Local.Policies;

/// <summary>A line to the helper process: a question, or a policy to validate or classify.</summary>
internal sealed record EvaluatorRequest(long Id, string Kind)
{
    public string? Principal { get; init; }
    public string? Action { get; init; }
    public string? Resource { get; init; }
    public IReadOnlyDictionary<string, object>? Context { get; init; }
    public IReadOnlyList<string>? Policies { get; init; }
    public string? Policy { get; init; }
    public string? Type { get; init; }
}

/// <summary>A line from the helper process.</summary>
internal sealed record EvaluatorResponse(long Id)
{
    public string? Failure { get; init; }
    public string? Result { get; init; }
    public IReadOnlyList<string>? Errors { get; init; }
    public bool IsPublic { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EvaluatorRequest))]
[JsonSerializable(typeof(EvaluatorResponse))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class EvaluatorJson : JsonSerializerContext;

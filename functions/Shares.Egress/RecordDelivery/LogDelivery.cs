using System.Text.Json.Serialization;

namespace Shares.Egress.RecordDelivery;

/// <summary>What the subscription of a log group wakes the function with: <c>{"awslogs":{"data":"…"}}</c>.</summary>
public sealed record LogDelivery([property: JsonPropertyName("awslogs")] PackedLogs Logs);

/// <param name="Data">JSON, packed with gzip, in base64.</param>
public sealed record PackedLogs(string Data);

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LogDelivery))]
public sealed partial class EgressJson : JsonSerializerContext;

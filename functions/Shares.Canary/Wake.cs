using System.Text.Json.Serialization;

namespace Shares.Canary;

/// <summary>What wakes the function: an event of the schedule, of which nothing matters.</summary>
public sealed record Wake;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Wake))]
public sealed partial class CanaryJson : JsonSerializerContext;

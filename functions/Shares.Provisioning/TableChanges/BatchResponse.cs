using System.Text.Json.Serialization;

namespace Shares.Provisioning.TableChanges;

/// <summary>
/// Which records of a batch are not done. Lambda delivers again from the lowest of these sequence numbers on, including records
/// that were done.
/// </summary>
public sealed record BatchResponse(IReadOnlyList<BatchItemFailure> BatchItemFailures);

public sealed record BatchItemFailure(string ItemIdentifier);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BatchResponse))]
public sealed partial class BatchJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using Shares.Data.Streams;
using Shares.Provisioning.StorageChanges;

namespace Shares.Provisioning;

/// <summary>Whatever wakes the function: changes of the table, or an event of EventBridge.</summary>
/// <param name="Records">Of the table's stream; null for other events.</param>
/// <param name="DetailType">Of an event of EventBridge.</param>
public sealed record ProvisioningEvent(
    [property: JsonPropertyName("Records")] IReadOnlyList<TableStreamRecord>? Records,
    [property: JsonPropertyName("detail-type")] string? DetailType,
    StorageChange? Detail)
{
    public const string Scheduled = "Scheduled Event";
    public const string ApiCall = "AWS API Call via CloudTrail";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, Converters = [typeof(AttributeValueConverter)], GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ProvisioningEvent))]
public sealed partial class ProvisioningJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Shares.Billing;

/// <summary>What a run of the function does. Written as in <see cref="Core.ContractName"/>.</summary>
public enum Job
{
    /// <summary>Reads the trail's files of the last days and records what is missing.</summary>
    Rescan,

    /// <summary>Compares what CloudWatch counted with the ledger.</summary>
    CrossCheck,

    /// <summary>Estimates the running month and closes months whose bill is final.</summary>
    Statements,

    /// <summary>Tells of shares that come near their limits, and suspends downloads of those that have reached them.</summary>
    Limits,

    /// <summary>Takes over AWS's list of its addresses.</summary>
    AddressRanges,
}

/// <summary>What wakes the function: a schedule for each job, with this as its input.</summary>
/// <param name="Job">The name of a <see cref="Billing.Job"/>.</param>
public sealed record Wake([property: JsonPropertyName("job")] string Job);

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Wake))]
public sealed partial class BillingJson : JsonSerializerContext;

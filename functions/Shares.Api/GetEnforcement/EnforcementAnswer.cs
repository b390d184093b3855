using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Sharing;

namespace Shares.Api.GetEnforcement;

/// <summary>How far storage enforces a share.</summary>
internal sealed record EnforcementAnswer
{
    /// <summary>PENDING, ENFORCED, DRIFTED or FAILED.</summary>
    public required string State { get; init; }

    /// <summary>Why, when it is not ENFORCED.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
    public required IReadOnlyList<AccessPointBody> AccessPoints { get; init; }

    /// <summary>When storage was read back and enforced the share as it is now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EffectiveAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastVerifiedAt { get; init; }

    /// <summary>What was found to differ; empty until storage is compared again and again.</summary>
    public IReadOnlyList<string> Differences { get; } = [];

    /// <param name="record">Null before Provisioning began; one of an older version of the share says nothing of this one.</param>
    public static EnforcementAnswer From(Share share, Enforcement? record)
    {
        var current = record?.ShareVersion == share.Version ? record : null;
        return new()
        {
            State = ContractName.Of(current?.State ?? EnforcementState.Pending),
            Reason = current?.Reason,
            AccessPoints = [.. Provisioned(share)],
            EffectiveAt = current?.EffectiveAt,
            LastVerifiedAt = record?.LastVerifiedAt,
        };
    }

    private static IEnumerable<AccessPointBody> Provisioned(Share share)
    {
        if (share.Enforcement.Analyze is { } analyze) yield return new("ANALYZE", analyze.Name.ToString(), analyze.Alias);
        if (share.Enforcement.Download is { } download) yield return new("DOWNLOAD", download.Name.ToString(), download.Alias);
    }
}

/// <param name="Kind">ANALYZE or DOWNLOAD.</param>
internal sealed record AccessPointBody(string Kind, string Name, string Alias);

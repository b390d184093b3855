using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Canaries;
using Shares.Core.Enforcing;
using Shares.Core.Sharing;
using Shares.Data.Sharing;

namespace Shares.Api.GetEnforcement;

/// <summary>How far storage enforces a share.</summary>
internal sealed record EnforcementAnswer
{
    /// <summary>
    /// PENDING from a change until storage was read back and matched it; then ENFORCED. DRIFTED while something that others changed in
    /// storage is not repaired; FAILED when somebody has to mend something first, or when trying it out found it otherwise than it was read.
    /// </summary>
    public required string State { get; init; }

    /// <summary>Why, when it is not ENFORCED.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
    public required IReadOnlyList<AccessPointBody> AccessPoints { get; init; }

    /// <summary>Since when storage enforces the share as it is now; absent while it does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EffectiveAt { get; init; }

    /// <summary>When storage was last compared with what it must be, and was so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastVerifiedAt { get; init; }

    /// <summary>Since when a verification waits to be done; absent when none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? VerificationRequestedAt { get; init; }

    /// <summary>Projects, people, executions and datasets whose sessions storage refuses at present, until the last of them has ended.</summary>
    public required int LiveRevocations { get; init; }

    /// <summary>What others had changed in storage, latest first: of the access points, and of our statements in the bucket's policy.</summary>
    public required IReadOnlyList<DifferenceBody> Differences { get; init; }

    /// <summary>What trying the share out from the Internet last found; absent before it was tried.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CanaryBody? Canary { get; init; }

    /// <param name="bucket">The publisher's; null while nothing is known of it.</param>
    /// <param name="canary">Null before the share was tried.</param>
    public static EnforcementAnswer From(Share share, EnforcementFile file, KeptBucket? bucket, CanaryResult? canary, DateTimeOffset now)
    {
        // A record of an older version of the share says nothing of this one.
        var current = file.Requests.Count == 0 && file.Record?.ShareVersion == share.Version ? file.Record : null;
        var isOtherwise = current?.State == EnforcementState.Enforced && canary is { Passed: false };
        return new()
        {
            State = ContractName.Of(isOtherwise ? EnforcementState.Failed : current?.State ?? EnforcementState.Pending),
            Reason = isOtherwise ? canary!.Reason : current?.Reason,
            AccessPoints = [.. Provisioned(share)],
            EffectiveAt = isOtherwise ? null : current?.EffectiveAt,
            LastVerifiedAt = file.Record?.LastVerifiedAt,
            VerificationRequestedAt = file.VerificationAskedAt,
            LiveRevocations = file.Record?.Revocations.Live(now).Count ?? 0,
            Differences =
            [
                .. (file.Record?.Differences ?? []).Concat(bucket?.Differences ?? [])
                    .OrderByDescending(difference => difference.FoundAt).Take(Difference.Remembered).Select(DifferenceBody.From),
            ],
            Canary = canary is { } found ? CanaryBody.From(found) : null,
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

/// <summary>One thing that was found changed, and was put right unless <c>state</c> says otherwise.</summary>
/// <param name="Where">Name of the access point or bucket.</param>
/// <param name="Detail">A sentence.</param>
internal sealed record DifferenceBody(string Kind, string Where, string Detail, DateTimeOffset FoundAt)
{
    public static DifferenceBody From(Difference difference) =>
        new(ContractName.Of(difference.Kind), difference.Where, difference.Detail, difference.FoundAt);
}

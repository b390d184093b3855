using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Access;
using Shares.Core.Ids;

namespace Shares.Api.ExplainAccess;

/// <summary>Whether somebody gets at a dataset, and every rule that was tried, in order.</summary>
internal sealed record AccessAnswer
{
    public required string DatasetId { get; init; }
    public required string ProjectId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserId { get; init; }

    /// <summary>SEE, DOWNLOAD or ANALYZE.</summary>
    public required string Purpose { get; init; }
    public required bool IsGranted { get; init; }

    /// <summary>What the refused request is answered with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorCode { get; init; }

    /// <summary>The outcome in a sentence.</summary>
    public required string Explanation { get; init; }

    /// <summary>The share that gives access.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NamedItem? Share { get; init; }
    public required IReadOnlyList<RuleAnswer> Rules { get; init; }

    /// <summary>
    /// For each share that was tried, whether storage does as the rules say with what is handed out, and with what was handed out before.
    /// </summary>
    public required IReadOnlyList<StorageAnswer> Storage { get; init; }

    public static AccessAnswer From(
        DatasetId dataset, AccessQuery query, AccessDecision decision, IEnumerable<StorageAnswer> storage, AccessSentences sentences) => new()
    {
        DatasetId = dataset.ToString(),
        ProjectId = query.Project.ToString(),
        UserId = query.User?.ToString(),
        Purpose = ContractName.Of(query.Purpose),
        IsGranted = decision.IsGranted,
        ErrorCode = decision.Refusal is { } refusal ? ContractName.Of(refusal.Code) : null,
        Explanation = sentences.Of(decision),
        Share = decision.Through is { } share ? new NamedItem(share.Id.ToString(), share.Name) : null,
        Rules = [.. decision.Rules.Select(outcome => new RuleAnswer(
            ContractName.Of(outcome.Rule), outcome.ShareId?.ToString(), outcome.Passed, sentences.Of(outcome)))],
        Storage = [.. storage],
    };
}

/// <param name="ShareId">Absent where the rule is about no share.</param>
internal sealed record RuleAnswer(
    string Rule,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ShareId,
    bool Passed,
    string Explanation);

internal sealed record StorageAnswer(string Rule, string ShareId, bool Passed, string Explanation);

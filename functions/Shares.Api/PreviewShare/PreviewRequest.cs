using Shares.Api.Sharing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Web.Paging;

namespace Shares.Api.PreviewShare;

/// <summary>A share as it is being written; its name may be missing yet.</summary>
/// <param name="ShareId">The share that is being edited; missing: a new one.</param>
/// <param name="Limit">Datasets of a page.</param>
/// <param name="NextToken">Of the page before, for the same conditions.</param>
internal sealed record PreviewRequest(
    string? Name,
    string? Description,
    IReadOnlyList<string?>? ClassificationIds,
    IReadOnlyList<ConditionBody?>? Conditions,
    IReadOnlyList<string?>? Keywords,
    IReadOnlyList<string?>? SharedProjectIds,
    bool? IsViewRestricted,
    string? ExpiresAt,
    EgressLimitBody? EgressLimit,
    string? ShareId,
    int? Limit,
    string? NextToken)
    : ShareInput(Name, Description, ClassificationIds, Conditions, Keywords, SharedProjectIds, IsViewRestricted, ExpiresAt, EgressLimit)
{
    private const int DefaultLimit = 100;

    public int PageLimit => Math.Min(Limit ?? DefaultLimit, PageRequest.MaxLimit);

    protected override bool MayLackName => true;

    /// <summary>Null for a new share.</summary>
    public Result<ShareId?> EditedShare()
    {
        if (Limit is < 1) return Failure.Invalid("limit", $"must be a number from 1 to {PageRequest.MaxLimit}");
        if (string.IsNullOrEmpty(ShareId)) return (ShareId?)null;
        return UuidId.TryParse<ShareId>(ShareId, out var id) ? id : Failure.Invalid("shareId", "must be the id of a share");
    }
}

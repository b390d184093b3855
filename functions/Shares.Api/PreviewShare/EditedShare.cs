using System.Collections.Frozen;
using Shares.Api.CreateShare;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Gate;

namespace Shares.Api.PreviewShare;

/// <summary>What a preview is compared with: the share as it is; nothing, for a new one.</summary>
internal sealed record EditedShare(Selection Selection, IReadOnlySet<ProjectId> Projects, IReadOnlyList<string> ClassificationIds)
{
    private static readonly EditedShare None = new(new Selection([]), FrozenSet<ProjectId>.Empty, []);

    /// <returns>SHARING_DISABLED for a new share where none may be made; NOT_FOUND for a share of others.</returns>
    public static async Task<Result<EditedShare>> ReadAsync(PreviewRequest body, ProjectRequest request, ShareStore shares, CancellationToken ct)
    {
        if (!body.EditedShare().Succeeded(out var id, out var failure)) return failure;
        if (id is null) return request.Project.Settings.IsShareable ? None : CreateShareHandler.Disabled;
        var share = await shares.FindAsync(id.Value, ct);
        return share?.PublisherId == request.Project.Id ? new EditedShare(share.Selection, share.SharedProjectIds, share.ClassificationIds) : Failure.NotFound;
    }
}

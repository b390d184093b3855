using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Data.Datasets;
using Shares.Data.Projects;
using Shares.Data.Sharing;

namespace Shares.Provisioning.Revoking;

/// <summary>
/// Finds the shares of which sessions have to end because something else than the share was changed. It goes by what the table says now:
/// who has access again already keeps it.
/// </summary>
public sealed class LostAccessFinder(LiveGrantStore grants, ShareStore shares, DatasetStore datasets, MemberStore members)
{
    /// <summary>Shares through which the dataset may be read at this moment, and that do not hold it any more.</summary>
    public async Task<IReadOnlyList<(ShareId Share, LostAccess Lost)>> ToDatasetAsync(DatasetId id, CancellationToken ct)
    {
        var reading = await grants.SharesOfDatasetAsync(id, ct);
        if (reading.Count == 0) return [];
        var dataset = await datasets.FindAsync(id, ct);
        var found = await shares.FindManyAsync([.. reading.Select(each => each.Share)], ct);
        bool IsHeld(ShareId share) => dataset is not null && found.GetValueOrDefault(share)?.Holds(dataset) == true;
        return [.. from each in reading where !IsHeld(each.Share) select (each.Share, new LostAccess(new Revoked.Dataset(id), each.IssuedAt))];
    }

    /// <summary>Shares through which a person who is no member of the project any more may download for it at this moment.</summary>
    public async Task<IReadOnlyList<(ShareId Share, LostAccess Lost)>> OfFormerMemberAsync(ProjectId project, UserId user, CancellationToken ct)
    {
        if (await members.FindAsync(project, user, ct) is not null) return [];
        var downloading = await grants.SharesOfPersonAsync(project, user, ct);
        return [.. from each in downloading select (each.Share, new LostAccess(new Revoked.Person(project, user), each.IssuedAt))];
    }
}

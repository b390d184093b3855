using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

public sealed partial class ShareStore
{
    /// <summary>
    /// Makes relations, mirrors and marks agree with the share as it is now, or with its being gone, whatever a program that ended in between has
    /// left. Compares against the share before the change, so that an ordinary edit costs next to nothing; every change of a share
    /// comes here once, so none is missed. Each write holds only while the share is still what it was compared with.
    /// </summary>
    /// <param name="oldImage">The share before the change; null when it was made, and then everything is compared.</param>
    /// <exception cref="InvalidOperationException">Others kept changing the share; to be tried again later.</exception>
    public async Task RepairAsync(ShareId share, Share? oldImage, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Races.MaxAttempts; attempt++)
        {
            var current = await FindAsync(share, ct);
            var work = current is null ? await LeftoversAsync(share, oldImage, ct) : await DifferencesAsync(current, oldImage, ct);
            var condition = current is null ? Expr.Absent : Expr.VersionIs(current.Version);
            var marks = await MarksToMoveAsync(oldImage, current, ct);
            if (await WriteWhileAsync(share, condition, new(work.Concat(marks)), ct)) return;
        }

        throw new InvalidOperationException($"Share {share} kept changing while its relations were repaired.");
    }

    private async Task<IReadOnlyList<WriteBatch>> DifferencesAsync(Share current, Share? old, CancellationToken ct)
    {
        var sameAsBefore = old is not null && old.Name == current.Name ? old.SharedProjectIds : [];
        var named = current.SharedProjectIds.Except(sameAsBefore).ToList();
        var gone = (old?.SharedProjectIds ?? await SubscribersAsync(current.Id, ct)).Except(current.SharedProjectIds).ToList();
        var found = await RelationsAsync(current, [.. named, .. gone], ct);
        bool IsRight(ProjectId project) =>
            found.TryGetValue(RelationItem.KeyOf(project, current), out var item) && RelationItem.NameOf(item) == current.Name;
        return
        [
            .. Leftovers(current, gone, found),
            .. named.Where(project => !IsRight(project)).Select(project => Rename(current, project)),
        ];
    }

    private async Task<IReadOnlyList<WriteBatch>> LeftoversAsync(ShareId id, Share? old, CancellationToken ct)
    {
        // Without the publisher there is no telling where the relations were; a deletion always comes with its old image.
        if (old is null) return [];
        var projects = old.SharedProjectIds.Union(await SubscribersAsync(id, ct)).ToList();
        return [.. Leftovers(old, projects, await RelationsAsync(old, projects, ct))];
    }

    private IEnumerable<WriteBatch> Leftovers(Share share, IEnumerable<ProjectId> projects, IReadOnlyDictionary<Key, Item> found)
    {
        foreach (var project in projects)
        {
            var relation = found.GetValueOrDefault(RelationItem.KeyOf(project, share));
            var isMirrored = found.ContainsKey(SubscriberItem.KeyOf(share.Id, project));
            if (relation is null && !isMirrored) continue;
            yield return Withdraw(share, project, isMirrored || RelationItem.FromItem(relation!).Type == ShareType.Subscriber);
        }
    }

    /// <summary>What there is of relations to these projects, and of their mirrors.</summary>
    private Task<IReadOnlyDictionary<Key, Item>> RelationsAsync(Share share, IEnumerable<ProjectId> projects, CancellationToken ct) => table.GetManyAsync(
        projects.SelectMany(project => new[] { RelationItem.KeyOf(project, share), SubscriberItem.KeyOf(share.Id, project) }), ct);

    private async Task<IReadOnlyCollection<ProjectId>> SubscribersAsync(ShareId share, CancellationToken ct) => await table
        .QueryAsync(ShareItem.Partition(share), SubscriberItem.Prefix, null, null, ct)
        .Select(SubscriberItem.ProjectOf)
        .ToListAsync(ct);
}

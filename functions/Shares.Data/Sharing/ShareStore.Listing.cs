using System.Runtime.CompilerServices;
using Shares.Core.Access;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;

namespace Shares.Data.Sharing;

public sealed partial class ShareStore
{
    /// <summary>
    /// The shares that are one of these to the project, by name: those that it publishes, and those that name it and have not expired.
    /// Costs what is asked for and a few units, however many shares the project publishes. One whose name is being changed may
    /// be missing for the moment that this takes.
    /// </summary>
    /// <param name="after">Not the one at this position, whether it is still there or not; null: from the first.</param>
    /// <param name="pageSize">How many are read at once: as many as the caller will take.</param>
    public async IAsyncEnumerable<ListedShare> ListByNameAsync(
        ProjectId project, IReadOnlySet<ShareType> types, NamePosition? after, bool descending, int pageSize,
        [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        var now = time.GetUtcNow();
        await using var candidates = CandidatesAsync(project, types, after, descending, pageSize, ct).GetAsyncEnumerator(ct);
        for (var more = await candidates.MoveNextAsync(); more;)
        {
            var chunk = new List<Candidate>();
            for (; more && chunk.Count < pageSize; more = await candidates.MoveNextAsync()) chunk.Add(candidates.Current);
            var shares = await FindManyAsync([.. chunk.Select(candidate => candidate.Position.Id)], ct);
            var confirmed = chunk.Select(candidate => Confirm(candidate, project, shares, now)).OfType<RelatedShare>().ToList();
            for (var place = 0; place < confirmed.Count; place++) yield return new(confirmed[place], !more && place == confirmed.Count - 1);
        }
    }

    /// <summary>What the index says, in the wanted order. The share has the last word.</summary>
    private async IAsyncEnumerable<Candidate> CandidatesAsync(
        ProjectId project, IReadOnlySet<ShareType> types, NamePosition? after, bool descending, int? pageSize,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var direction = descending ? -1 : 1;
        var published = types.Contains(ShareType.Publisher)
            ? PublishedAsync(project, after, descending, pageSize + 1, ct)
            : AsyncEnumerable.Empty<Candidate>();
        await using var own = published.GetAsyncEnumerator(ct);
        var (receiving, starting) = (ReceivedAsync(project, types, ct), own.MoveNextAsync().AsTask());
        await Task.WhenAll(receiving, starting);

        var received = new Queue<Candidate>((await receiving)
            .Where(candidate => after is null || candidate.Position.CompareTo(after.Value) * direction > 0)
            .Order(Comparer<Candidate>.Create((one, other) => one.Position.CompareTo(other.Position) * direction)));
        for (var any = await starting; any || received.Count > 0;)
        {
            var isOwn = any && (received.Count == 0 || own.Current.Position.CompareTo(received.Peek().Position) * direction < 0);
            yield return isOwn ? own.Current : received.Dequeue();
            if (isOwn) any = await own.MoveNextAsync();
        }
    }

    private IAsyncEnumerable<Candidate> PublishedAsync(ProjectId project, NamePosition? after, bool descending, int? limit, CancellationToken ct)
    {
        var (partition, start) = (ProjectItem.Partition(project), after is { } position ? PublishedItem.SortOf(position) : null);
        var items = descending
            ? table.QueryBackAsync(partition, PublishedItem.Prefix, start, limit, ct)
            : table.QueryAsync(partition, PublishedItem.Prefix, start, limit, ct);
        return items.Select(item => new Candidate(PublishedItem.PositionOf(item), null));
    }

    private async Task<IReadOnlyList<Candidate>> ReceivedAsync(ProjectId project, IReadOnlySet<ShareType> types, CancellationToken ct)
    {
        if (!types.Contains(ShareType.Available) && !types.Contains(ShareType.Subscriber)) return [];
        return await table.QueryAsync(ProjectItem.Partition(project), ShareItem.Prefix, null, null, ct)
            .Select(item => (Name: RelationItem.NameOf(item), Relation: RelationItem.FromItem(item)))
            .Where(each => types.Contains(each.Relation.Type))
            .Select(each => new Candidate(NamePosition.Of(each.Name, each.Relation.ShareId), each.Relation))
            .ToListAsync(ct);
    }

    private static RelatedShare? Confirm(
        Candidate candidate, ProjectId project, IReadOnlyDictionary<ShareId, Share> shares, DateTimeOffset now)
    {
        if (!shares.TryGetValue(candidate.Position.Id, out var share) || NamePosition.Of(share) != candidate.Position) return null;
        return Relate(candidate, share, project, now);
    }

    private static RelatedShare? Relate(Candidate candidate, Share share, ProjectId project, DateTimeOffset now)
    {
        if (candidate.Received is not { } relation)
            return new(share, new(project, project, share.Id, ShareType.Publisher, share.CreatedBy, share.CreatedAt));
        return share.SharedProjectIds.Contains(project) && !share.IsExpired(now) ? new(share, relation) : null;
    }

    /// <param name="Received">Null for a share that the project itself publishes.</param>
    private readonly record struct Candidate(NamePosition Position, Relation? Received);
}

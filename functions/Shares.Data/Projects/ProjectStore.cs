using Shares.Core.Audit;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Audit;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Projects;

public sealed class ProjectStore(Table table, TimeProvider time)
{
    private static readonly Failure Taken = new(ErrorCode.AlreadyExists, "The bucket belongs to another project.");

    public async Task<Project?> FindAsync(ProjectId id, CancellationToken ct) =>
        await table.GetAsync(ProjectItem.KeyOf(id), ct) is { } item ? ProjectItem.FromItem(item) : null;

    public async Task<IReadOnlyDictionary<ProjectId, Project>> FindManyAsync(IReadOnlyCollection<ProjectId> ids, CancellationToken ct)
    {
        var items = await table.GetManyAsync(ids.Select(ProjectItem.KeyOf), ct);
        return items.Values.Select(ProjectItem.FromItem).ToDictionary(project => project.Id);
    }

    /// <param name="by">The person who becomes its OWNER.</param>
    /// <returns>ALREADY_EXISTS when the bucket belongs to another project, or the id is taken.</returns>
    public Task<Result<Project>> CreateAsync(Project project, Actor by, CancellationToken ct)
    {
        var member = new Member(project.Id, by.UserOrThrow(), Role.Owner);
        var batch = table.Batch()
            .Put(ProjectItem.ToItem(project).With(ProjectItem.Owners, 1), Expr.Absent)
            .Put(BucketItem.ToItem(project), Expr.Absent)
            .Put(MemberItem.ToItem(member))
            .Put(MembershipItem.ToItem(member))
            .Log(ProjectAudit.Created(by, time.GetUtcNow(), project));
        if (project.Settings.IsDiscoverable) batch.Put(DiscoverableItem.ToItem(project));
        return time.RetryAsync<Project>(async () =>
        {
            var outcome = await table.WriteAsync(batch, ct);
            if (outcome.IsCommitted) return project;
            if (outcome.FailedConditions.Count > 0) return Taken;
            return null;
        }, ct);
    }

    /// <summary>
    /// Reads, changes and writes until nobody came in between. Identity, bucket and status stay whatever the change makes of them.
    /// </summary>
    /// <param name="note">For the log; null when there is nothing to say.</param>
    public Task<Result<Project>> UpdateAsync(
        ProjectId id, long? expectedVersion, Actor by, Func<Project, Result<Project>> change, string? note, CancellationToken ct) => time.RetryAsync<Project>(async () =>
    {
        if (await FindAsync(id, ct) is not { } current) return Failure.NotFound;
        if (Versions.Mismatch(expectedVersion, current.Version) is { } mismatch) return mismatch;
        if (!change(current).Succeeded(out var wanted, out var refused)) return refused;
        var next = wanted with
        {
            Id = current.Id,
            Bucket = current.Bucket,
            Status = current.Status,
            StatusMessage = current.StatusMessage,
            CreatedBy = current.CreatedBy,
            CreatedAt = current.CreatedAt,
            UpdatedAt = time.GetUtcNow(),
            Version = current.Version + 1,
        };
        var batch = table.Batch()
            .Update(ProjectItem.KeyOf(id), Expr.Replace(ProjectItem.Editable, ProjectItem.ToItem(next)), Expr.VersionIs(current.Version))
            .Log(ProjectAudit.Updated(by, next.UpdatedAt, current, next, note));
        var (old, @new) = (DiscoverableItem.KeyOf(current), DiscoverableItem.KeyOf(next));
        if (current.Settings.IsDiscoverable && (!next.Settings.IsDiscoverable || old != @new)) batch.Delete(old);
        if (next.Settings.IsDiscoverable) batch.Put(DiscoverableItem.ToItem(next));
        return (await table.WriteAsync(batch, ct)).Wins(next);
    }, ct);

    /// <returns>By name, then id.</returns>
    public async Task<IReadOnlyList<Project>> ListForUserAsync(UserId user, CancellationToken ct)
    {
        var memberships = table.QueryAsync(MembershipItem.Partition(user), ProjectItem.Prefix, null, null, ct);
        var projects = await FindManyAsync(await memberships.Select(MembershipItem.ProjectOf).ToListAsync(ct), ct);
        return [.. projects.Values.OrderBy(project => project.Name, StringComparer.Ordinal).ThenBy(project => project.Id.Value)];
    }

    /// <summary>Discoverable projects by name, without regard to case.</summary>
    /// <param name="after"><see cref="Page{T}.Next"/> of the page before with the same text.</param>
    public async Task<Page<ProjectName>> DiscoverAsync(string? textPrefix, int limit, string? after, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var beginning = DiscoverableItem.SortPrefix(textPrefix ?? "");
        if (after?.StartsWith(beginning, StringComparison.Ordinal) == false) return new([], null);
        var items = await table.QueryAsync(DiscoverableItem.Partition, beginning, after, limit + 1, ct).Take(limit + 1).ToListAsync(ct);
        var page = items.Take(limit).ToList();
        return new([.. page.Select(DiscoverableItem.FromItem)], items.Count > limit ? Key.Of(page[^1]).Sort : null);
    }

    /// <summary>For Provisioning. Leaves the version alone, so that it gets in nobody's way who edits at the same time.</summary>
    public Task<Result<Project>> SetStatusAsync(ProjectId id, ProjectStatus status, string message, Actor by, CancellationToken ct) =>
        time.RetryAsync<Project>(async () =>
        {
            if (await FindAsync(id, ct) is not { } current) return Failure.NotFound;
            var next = current with { Status = status, StatusMessage = message };
            var update = Expr.Replace(["Status", "StatusMessage"], ProjectItem.ToItem(next));
            var batch = table.Batch()
                .Update(ProjectItem.KeyOf(id), update, Expr.Present)
                .Log(ProjectAudit.StatusSet(by, time.GetUtcNow(), current, next));
            return (await table.WriteAsync(batch, ct)).Wins(next);
        }, ct);
}

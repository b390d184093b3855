using Shares.Core.Audit;
using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Audit;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Datasets;

public sealed class DatasetStore(Table table, TimeProvider time)
{
    private static readonly Failure Taken = new(ErrorCode.AlreadyExists, "There is a dataset with this id already.");

    /// <summary>Also a deleted one, with that status.</summary>
    public async Task<Dataset?> FindAsync(DatasetId id, CancellationToken ct) =>
        await table.GetAsync(DatasetItem.KeyOf(id), ct) is { } item ? DatasetItem.FromItem(item) : null;

    public async Task<IReadOnlyDictionary<DatasetId, Dataset>> FindManyAsync(IReadOnlyCollection<DatasetId> ids, CancellationToken ct)
    {
        var items = await table.GetManyAsync(ids.Select(DatasetItem.KeyOf), ct);
        return items.Values.Select(DatasetItem.FromItem).ToDictionary(dataset => dataset.Id);
    }

    public Task<Result<Dataset>> CreateAsync(Dataset dataset, Actor by, CancellationToken ct)
    {
        var batch = table.Batch()
            .Put(DatasetItem.ToItem(dataset), Expr.Absent)
            .Log(DatasetAudit.Registered(by, time.GetUtcNow(), dataset));
        DatasetIndex.Move(batch, null, dataset);
        return time.RetryAsync<Dataset>(async () =>
        {
            var outcome = await table.WriteAsync(batch, ct);
            if (outcome.IsCommitted) return dataset;
            if (outcome.Failed(0)) return Taken;
            return null;
        }, ct);
    }

    /// <summary>
    /// Reads, changes and writes until nobody came in between. Identity, owner and creator stay whatever the change makes of them.
    /// A change of more tags than fit one transaction takes two, each leaving a consistent dataset: first the old tags go, then
    /// the new ones come; the version then grows by two.
    /// </summary>
    public Task<Result<Dataset>> UpdateAsync(
        DatasetId id, long? expectedVersion, Actor by, Func<Dataset, Result<Dataset>> change, CancellationToken ct) => time.RetryAsync<Dataset>(async () =>
    {
        if (await FindAsync(id, ct) is not { Status: not DatasetStatus.Deleted } current) return Failure.NotFound;
        if (Versions.Mismatch(expectedVersion, current.Version) is { } mismatch) return mismatch;
        if (!change(current).Succeeded(out var wanted, out var refused)) return refused;
        var next = wanted with
        {
            Id = current.Id,
            ProjectId = current.ProjectId,
            CreatedBy = current.CreatedBy,
            CreatedAt = current.CreatedAt,
            UpdatedAt = time.GetUtcNow(),
            Version = current.Version + 1,
        };
        var batch = Replace(current, next, by);
        if (batch.Actions.Count > Table.ActionsPerTransaction)
        {
            var between = next with { Tags = [.. next.Tags.Intersect(current.Tags)] };
            if (!(await table.WriteAsync(Replace(current, between, by), ct)).IsCommitted) return null;
            if (expectedVersion is not null) expectedVersion = between.Version;
            next = next with { Version = between.Version + 1 };
            batch = Replace(between, next, by);
        }

        return (await table.WriteAsync(batch, ct)).Wins(next);
    }, ct);

    /// <summary>The dataset stays findable by its id, with status DELETED, and is in no list and no selection any more.</summary>
    public Task<Result<Dataset>> DeleteAsync(DatasetId id, long? expectedVersion, Actor by, CancellationToken ct) =>
        UpdateAsync(id, expectedVersion, by, dataset => dataset with { Status = DatasetStatus.Deleted }, ct);

    /// <summary>All datasets of a project that are not deleted, ascending by id, read as far as the caller goes on asking.</summary>
    public IAsyncEnumerable<DatasetSummary> ListOwnAsync(ProjectId project, DatasetId? after, int pageSize, CancellationToken ct) => table
        .QueryAsync(DatasetIndexItem.AllOf(project), null, after is { } id ? DatasetIndexItem.SortOf(id) : null, pageSize, ct)
        .Select(DatasetIndexItem.FromItem);

    /// <summary>Of the values that at least one dataset has, by field and value.</summary>
    public async Task<IReadOnlyList<Facet>> ListFacetsAsync(ProjectId project, CancellationToken ct) => await table
        .QueryAsync(FacetItem.Partition(project), null, null, null, ct)
        .Select(FacetItem.FromItem)
        .Where(facet => facet.Count > 0)
        .ToListAsync(ct);

    /// <summary>Those of the values that datasets have or had, or shares select by. There are none for DATASET_ID.</summary>
    public async Task<IReadOnlyDictionary<Condition, Facet>> FindFacetsAsync(
        ProjectId project, IReadOnlyCollection<Condition> values, CancellationToken ct)
    {
        var items = await table.GetManyAsync(values.Select(value => FacetItem.KeyOf(project, value)), ct);
        return items.Values.Select(FacetItem.FromItem).ToDictionary(facet => new Condition(facet.Field, facet.Value));
    }

    private WriteBatch Replace(Dataset current, Dataset next, Actor by)
    {
        var batch = table.Batch()
            .Put(DatasetItem.ToItem(next), Expr.VersionIs(current.Version))
            .Log(DatasetAudit.Updated(by, time.GetUtcNow(), current, next));
        DatasetIndex.Move(batch, current, next);
        return batch;
    }
}

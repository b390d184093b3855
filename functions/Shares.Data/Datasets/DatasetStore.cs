using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Core.Ids;

namespace Shares.Data.Datasets;

public sealed class DatasetStore
{
    public Task<Dataset?> FindAsync(DatasetId id, CancellationToken ct) => throw new NotImplementedException();

    public Task<IReadOnlyDictionary<DatasetId, Dataset>> FindManyAsync(IReadOnlyCollection<DatasetId> ids, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task<Result<Dataset>> CreateAsync(Dataset dataset, CancellationToken ct) => throw new NotImplementedException();

    public Task<Result<Dataset>> UpdateAsync(DatasetId id, long? expectedVersion, Func<Dataset, Result<Dataset>> change, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task<Result<Dataset>> DeleteAsync(DatasetId id, long? expectedVersion, CancellationToken ct) => throw new NotImplementedException();

    public IAsyncEnumerable<DatasetSummary> ListOwnAsync(ProjectId project, DatasetId? after, int pageSize, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task<IReadOnlyList<Facet>> ListFacetsAsync(ProjectId project, CancellationToken ct) => throw new NotImplementedException();
}

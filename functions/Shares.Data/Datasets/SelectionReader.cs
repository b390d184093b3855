using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Data.Datasets;

public sealed class SelectionReader
{
    /// <summary>The publisher's datasets that the selection holds, ascending by id, read as far as the caller goes on asking.</summary>
    public IAsyncEnumerable<DatasetSummary> SelectAsync(
        ProjectId publisher, Selection selection, DatasetId? after, int pageSize, CancellationToken ct) => throw new NotImplementedException();
}

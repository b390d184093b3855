using Shares.Core.Access;
using Shares.Core.Ids;

namespace Shares.Data.Requests;

/// <summary>Reads, strongly and in one round trip, what nearly every request begins with.</summary>
public sealed class RequestReader
{
    public Task<RequestItems> ReadAsync(ProjectId project, Caller caller, ShareId? share, DatasetId? dataset, CancellationToken ct) =>
        throw new NotImplementedException();
}

using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Data.Sharing;

public sealed class EnforcementStore
{
    public Task<Enforcement?> FindAsync(ShareId share, CancellationToken ct) => throw new NotImplementedException();

    /// <returns>False when the share is not at that version any more; then nothing was written.</returns>
    public Task<bool> RecordAsync(ShareId share, Enforcement enforcement, EnforcementSummary? summary, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task RemoveAsync(ShareId share, CancellationToken ct) => throw new NotImplementedException();
}

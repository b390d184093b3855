using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Data.Sharing;

public sealed class UsageStore
{
    public Task RecordAsync(IReadOnlyList<ShareUsage> usages, CancellationToken ct) => throw new NotImplementedException();

    public Task<IReadOnlyList<ShareUsage>> ListAsync(ShareId share, CancellationToken ct) => throw new NotImplementedException();
}

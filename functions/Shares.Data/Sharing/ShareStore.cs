using Shares.Core.Access;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Data.Sharing;

public sealed class ShareStore
{
    public Task<Share?> FindAsync(ShareId id, CancellationToken ct) => throw new NotImplementedException();

    public Task<IReadOnlyDictionary<ShareId, Share>> FindManyAsync(IReadOnlyCollection<ShareId> ids, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task<Result<Share>> CreateAsync(Share share, CancellationToken ct) => throw new NotImplementedException();

    public Task<Result<Share>> UpdateAsync(
        ShareId id, long? expectedVersion, UserId by, Func<Share, Result<Share>> change, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task<Result<Share>> DeleteAsync(ShareId id, long? expectedVersion, CancellationToken ct) => throw new NotImplementedException();

    public Task<IReadOnlyList<RelatedShare>> ListForProjectAsync(ProjectId project, CancellationToken ct) => throw new NotImplementedException();

    public Task<IReadOnlyList<RelatedShare>> ListBetweenAsync(ProjectId publisher, ProjectId subscriber, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task<Relation?> FindRelationAsync(ProjectId project, ProjectId publisher, ShareId share, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task<Result<Relation>> SubscribeAsync(Share share, ProjectId subscriber, UserId by, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task<Result<Relation>> UnsubscribeAsync(Share share, ProjectId subscriber, UserId by, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task RepairAsync(ShareId share, Share? oldImage, CancellationToken ct) => throw new NotImplementedException();
}

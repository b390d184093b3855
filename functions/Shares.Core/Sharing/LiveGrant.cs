using Shares.Core.Ids;

namespace Shares.Core.Sharing;

/// <summary>
/// The trace of a session that may be alive: when its dataset leaves the share, its project the share or its person the project, storage
/// has to refuse it.
/// </summary>
/// <param name="Person">Who downloads; null for a pipeline.</param>
/// <param name="IssuedAt">The session was issued by then.</param>
public sealed record LiveGrant(ShareId ShareId, DatasetId DatasetId, ProjectId SubscriberId, UserId? Person, DateTimeOffset IssuedAt)
{
    /// <summary>From then on no such session is alive.</summary>
    public DateTimeOffset Until => IssuedAt + Limits.RevocationKept;
}

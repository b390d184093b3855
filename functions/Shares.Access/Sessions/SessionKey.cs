using Shares.Access.Deciding;
using Shares.Core.Access;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sessions;

namespace Shares.Access.Sessions;

/// <summary>
/// Whose session, and for what. Whatever change can make storage refuse sessions issued before it is part of the key, so that a
/// session never outlives the state that it was vended in: a new generation of the access point, an edit of the share or of the
/// dataset, a new subscription, a revocation of anybody's sessions.
/// </summary>
internal sealed record SessionKey(
    ProjectId Project, UserId User, string OwnBucket, Grant? Grant, long ShareVersion, DateTimeOffset? SubscribedAt, long DatasetVersion, DateTimeOffset? RevokedUntil)
{
    /// <summary>Sessions for the project's own datasets reach all of them, so that one is enough.</summary>
    public static SessionKey Of(ProjectCaller caller, UserId user, GrantedDataset dataset) => dataset.Through is { } through
        ? new(
            caller.Project.Id, user, "", dataset.Grant(AccessPointKind.Download), through.Share.Version, through.Relation.At, dataset.Dataset.Version,
            through.Share.Enforcement.RevokedUntil)
        : new(caller.Project.Id, user, caller.Project.Bucket, null, 0, null, 0, null);
}

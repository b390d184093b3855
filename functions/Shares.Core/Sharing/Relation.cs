using Shares.Core.Ids;

namespace Shares.Core.Sharing;

/// <summary>What a share is to a project.</summary>
public enum ShareType
{
    Publisher,
    Subscriber,

    /// <summary>Offered, not yet accepted.</summary>
    Available,
}

/// <summary>
/// A share in a project's list. Authority on whether the project has subscribed, and on nothing else: access also needs the share
/// itself to name the project.
/// </summary>
public sealed record Relation(ProjectId ProjectId, ProjectId PublisherId, ShareId ShareId, ShareType Type, UserId By, DateTimeOffset At);

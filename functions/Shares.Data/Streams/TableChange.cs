using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;

namespace Shares.Data.Streams;

/// <summary>What happened to an item that somebody waits for. Old is null when it was made, new when it is gone.</summary>
public abstract record TableChange
{
    private TableChange() { }

    public sealed record ProjectChanged(Project? Old, Project? New) : TableChange;

    public sealed record ShareChanged(Share? Old, Share? New) : TableChange;

    public sealed record DatasetChanged(Dataset? Old, Dataset? New) : TableChange;

    public sealed record MemberGone(ProjectId ProjectId, UserId UserId) : TableChange;

    /// <summary>Sessions of the share have to end; see the requests that wait.</summary>
    public sealed record RevocationRequested(ShareId ShareId) : TableChange;

    public sealed record VerificationRequested(ShareId ShareId, DateTimeOffset At) : TableChange;
}

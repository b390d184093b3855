using Shares.Core.Projects;
using Shares.Core.Sharing;

namespace Shares.Data.Streams;

/// <summary>What happened to an item that somebody waits for. Old is null when it was made, new when it is gone.</summary>
public abstract record TableChange
{
    private TableChange() { }

    public sealed record ProjectChanged(Project? Old, Project? New) : TableChange;

    public sealed record ShareChanged(Share? Old, Share? New) : TableChange;
}

using Shares.Core.Datasets;
using Shares.Core.Projects;
using Shares.Core.Sharing;

namespace Shares.Data.Requests;

/// <summary>What was there of what a request names. <see cref="Member"/> is the caller's membership, for a person who has one.</summary>
public sealed record RequestItems(Project? Project, Member? Member, Share? Share, Dataset? Dataset);

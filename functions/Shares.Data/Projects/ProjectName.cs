using Shares.Core.Ids;

namespace Shares.Data.Projects;

/// <summary>What strangers may know of a discoverable project.</summary>
public sealed record ProjectName(ProjectId Id, string Name);

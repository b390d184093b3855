using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;

namespace Shares.Data.Projects;

public sealed class ProjectStore
{
    public Task<Project?> FindAsync(ProjectId id, CancellationToken ct) => throw new NotImplementedException();

    public Task<IReadOnlyDictionary<ProjectId, Project>> FindManyAsync(IReadOnlyCollection<ProjectId> ids, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <returns>ALREADY_EXISTS when the bucket belongs to another project, or the id is taken.</returns>
    public Task<Result<Project>> CreateAsync(Project project, UserId owner, CancellationToken ct) => throw new NotImplementedException();

    public Task<Result<Project>> UpdateAsync(ProjectId id, long? expectedVersion, Func<Project, Result<Project>> change, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task<IReadOnlyList<Project>> ListForUserAsync(UserId user, CancellationToken ct) => throw new NotImplementedException();

    public Task<Page<ProjectName>> DiscoverAsync(string? textPrefix, int limit, string? after, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task<Result<Project>> SetStatusAsync(ProjectId id, ProjectStatus status, string message, CancellationToken ct) =>
        throw new NotImplementedException();
}

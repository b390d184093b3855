using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;

namespace Shares.Data.Projects;

public sealed class MemberStore
{
    public Task<IReadOnlyList<Member>> ListAsync(ProjectId project, CancellationToken ct) => throw new NotImplementedException();

    /// <param name="role">Null removes the member.</param>
    public Task<Result<Member?>> SetRoleAsync(ProjectId project, UserId user, Role? role, CancellationToken ct) =>
        throw new NotImplementedException();
}

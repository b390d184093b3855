using Shares.Core.Audit;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Audit;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Projects;

public sealed class MemberStore(Table table, TimeProvider time)
{
    private static readonly Failure LastOwner =
        Failure.Invalid("role", "This is the last OWNER of the project; make somebody else OWNER first.");

    public async Task<Member?> FindAsync(ProjectId project, UserId user, CancellationToken ct) =>
        await table.GetAsync(MemberItem.KeyOf(project, user), ct) is { } item ? MemberItem.FromItem(item) : null;

    /// <returns>By user id.</returns>
    public async Task<IReadOnlyList<Member>> ListAsync(ProjectId project, CancellationToken ct) =>
        await table.QueryAsync(ProjectItem.Partition(project), MemberItem.Prefix, null, null, ct).Select(MemberItem.FromItem).ToListAsync(ct);

    /// <summary>
    /// The project counts its owners in the same transaction, so that it keeps one however many go at the same time.
    /// </summary>
    /// <param name="role">Null removes the member.</param>
    /// <returns>The member as it is now, null when removed. VALIDATION_FAILED when it is the last OWNER.</returns>
    public Task<Result<Member?>> SetRoleAsync(ProjectId project, UserId user, Role? role, Actor by, CancellationToken ct) =>
        time.RetryAsync<Member?>(async () =>
        {
            var (projectKey, memberKey) = (ProjectItem.KeyOf(project), MemberItem.KeyOf(project, user));
            var found = await table.GetManyAsync([projectKey, memberKey], ct);
            if (!found.TryGetValue(projectKey, out var meta)) return Failure.NotFound;
            var old = found.TryGetValue(memberKey, out var item) ? MemberItem.FromItem(item) : null;
            var wanted = role is { } given ? new Member(project, user, given) : null;
            if (old == wanted) return (Result<Member?>)wanted;

            var owners = Owners(wanted) - Owners(old);
            if (owners < 0 && meta.Number(ProjectItem.Owners) <= 1) return LastOwner;
            var batch = table.Batch().Log(ProjectAudit.RoleSet(by, time.GetUtcNow(), project, user, old?.Role, role));
            CountOwners(batch, projectKey, owners);
            Write(batch, project, user, old, wanted);
            return (await table.WriteAsync(batch, ct)).Wins(wanted);
        }, ct);

    private static int Owners(Member? member) => member?.Role == Role.Owner ? 1 : 0;

    private static void CountOwners(WriteBatch batch, Key project, int change)
    {
        if (change == 0) batch.Check(project, Expr.Present);
        else batch.Update(
            project,
            new Expr($"ADD #{ProjectItem.Owners} :change", new Item().With(":change", change)),
            change > 0 ? Expr.Present : new Expr($"#{ProjectItem.Owners} > :one", new Item().With(":one", 1)));
    }

    private static void Write(WriteBatch batch, ProjectId project, UserId user, Member? old, Member? wanted)
    {
        var unchanged = old is null ? Expr.Absent : new Expr("#Role = :role", new Item().With(":role", old.Role));
        if (wanted is null)
        {
            batch.Delete(MemberItem.KeyOf(project, user), unchanged).Delete(MembershipItem.KeyOf(project, user));
            return;
        }

        batch.Put(MemberItem.ToItem(wanted), unchanged).Put(MembershipItem.ToItem(wanted));
    }
}

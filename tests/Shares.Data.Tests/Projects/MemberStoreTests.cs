using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Projects;

public sealed class MemberStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_can_be_added_changed_and_removed()
    {
        var project = await CreateAsync();
        var user = UserId.Parse("weird #%user");
        Assert.Equal(Role.Admin, (await _stores.Members.SetRoleAsync(project, user, Role.Admin, AsAda, Ct)).ValueOrThrow()!.Role);
        Assert.Equal(Role.Collaborator, (await _stores.Members.SetRoleAsync(project, user, Role.Collaborator, AsAda, Ct)).ValueOrThrow()!.Role);
        Assert.Contains(new Member(project, user, Role.Collaborator), await _stores.Members.ListAsync(project, Ct));
        Assert.Equal([project], (await _stores.Projects.ListForUserAsync(user, Ct)).Select(p => p.Id));
        Assert.Null((await _stores.Members.SetRoleAsync(project, user, null, AsAda, Ct)).Failure);
        Assert.Null((await _stores.Members.SetRoleAsync(project, user, null, AsAda, Ct)).Failure);
        Assert.Equal([Ada], (await _stores.Members.ListAsync(project, Ct)).Select(m => m.UserId));
        Assert.Empty(await _stores.Projects.ListForUserAsync(user, Ct));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Admin)]
    public async Task The_last_owner_cannot_go(Role? role)
    {
        var project = await CreateAsync();
        Assert.Equal(ErrorCode.ValidationFailed, (await _stores.Members.SetRoleAsync(project, Ada, role, AsAda, Ct)).Failure?.Code);
        Assert.Equal([new Member(project, Ada, Role.Owner)], await _stores.Members.ListAsync(project, Ct));
    }

    [Fact]
    public async Task An_owner_can_go_when_there_is_another()
    {
        var project = await CreateAsync();
        await _stores.Members.SetRoleAsync(project, Bob, Role.Owner, AsAda, Ct);
        Assert.Null((await _stores.Members.SetRoleAsync(project, Ada, null, AsAda, Ct)).Failure);
        Assert.Equal(ErrorCode.ValidationFailed, (await _stores.Members.SetRoleAsync(project, Bob, null, AsAda, Ct)).Failure?.Code);
    }

    [Fact]
    public async Task However_many_owners_go_at_the_same_time_one_stays()
    {
        var project = await CreateAsync();
        var owners = Enumerable.Range(0, 11).Select(n => UserId.Parse($"owner-{n}")).ToList();
        foreach (var owner in owners) await _stores.Members.SetRoleAsync(project, owner, Role.Owner, AsAda, Ct);
        var results = await Task.WhenAll(owners.Append(Ada).Select((owner, n) => _stores.Members.SetRoleAsync(project, owner, n % 2 == 0 ? null : Role.Admin, AsAda, Ct)));
        Assert.All(results, result => Assert.True(result.Failure is null or { Code: ErrorCode.ValidationFailed or ErrorCode.Conflict }));
        var left = (await _stores.Members.ListAsync(project, Ct)).Count(m => m.Role == Role.Owner);
        Assert.Equal(results.Count(r => r.Failure is not null), left);
        Assert.True(left >= 1);
    }

    [Fact]
    public async Task Fifty_roles_given_at_once_leave_members_and_memberships_in_agreement()
    {
        var project = await CreateAsync();
        var users = Enumerable.Range(0, 5).Select(n => UserId.Parse($"{project}-{n}")).ToList();
        Role?[] roles = [Role.Owner, Role.Contributor, null];
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => _stores.Members.SetRoleAsync(project, users[n % 5], roles[n % 3], AsAda, Ct)));
        var members = await _stores.Members.ListAsync(project, Ct);
        foreach (var user in users)
        {
            var listed = await _stores.Projects.ListForUserAsync(user, Ct);
            Assert.Equal(members.Any(m => m.UserId == user), listed.Any(p => p.Id == project));
        }

        var meta = await _stores.Table.GetAsync(Data.Items.ProjectItem.KeyOf(project), Ct);
        Assert.Equal($"{members.Count(m => m.Role == Role.Owner)}", meta!["Owners"].N);
    }

    [Fact]
    public async Task A_project_that_is_not_there_gets_no_members() =>
        Assert.Equal(ErrorCode.NotFound, (await _stores.Members.SetRoleAsync(New<ProjectId>(), Ada, Role.Owner, AsAda, Ct)).Failure?.Code);

    private async Task<ProjectId> CreateAsync() => (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow().Id;
}

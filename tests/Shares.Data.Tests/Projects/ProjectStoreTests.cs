using Shares.Core.Failures;
using Shares.Core.Projects;
using Shares.Testing;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Projects;

public sealed class ProjectStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_creates_a_project_owns_it()
    {
        var project = (await _stores.Projects.CreateAsync(Project(), AsBob, Ct)).ValueOrThrow();
        Same.As(project, await _stores.Projects.FindAsync(project.Id, Ct));
        Assert.Equal([new Member(project.Id, Bob, Role.Owner)], await _stores.Members.ListAsync(project.Id, Ct));
        Assert.Contains(project.Id, (await _stores.Projects.ListForUserAsync(Bob, Ct)).Select(p => p.Id));
    }

    [Fact]
    public async Task No_two_projects_have_the_same_bucket()
    {
        var first = (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        var second = Project() with { Bucket = first.Bucket };
        Assert.Equal(ErrorCode.AlreadyExists, (await _stores.Projects.CreateAsync(second, AsAda, Ct)).Failure?.Code);
        Assert.Null(await _stores.Projects.FindAsync(second.Id, Ct));
    }

    [Fact]
    public async Task An_edit_changes_what_users_may_change_and_nothing_else()
    {
        var project = (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        var edited = (await _stores.Projects.UpdateAsync(project.Id, 1, AsAda, p => p with { Name = "new", Bucket = "other", Status = ProjectStatus.Failed }, null, Ct)).ValueOrThrow();
        Same.As(edited, await _stores.Projects.FindAsync(project.Id, Ct));
        Assert.Equal(("new", project.Bucket, project.Status, 2), (edited.Name, edited.Bucket, edited.Status, edited.Version));
        Assert.Equal(ErrorCode.VersionMismatch, (await _stores.Projects.UpdateAsync(project.Id, 1, AsAda, p => p, null, Ct)).Failure?.Code);
        Assert.Equal(ErrorCode.NotFound, (await _stores.Projects.UpdateAsync(New<Core.Ids.ProjectId>(), null, AsAda, p => p, null, Ct)).Failure?.Code);
    }

    [Fact]
    public async Task The_status_is_set_without_getting_in_the_way_of_an_edit()
    {
        var project = (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        var edited = await _stores.Projects.UpdateAsync(project.Id, null, AsAda, p =>
        {
            var set = _stores.Projects.SetStatusAsync(project.Id, ProjectStatus.Failed, "no bucket", AsAda, Ct);
            Assert.Null(set.GetAwaiter().GetResult().Failure);
            return p with { Name = "new" };
        }, null, Ct);
        Assert.Equal(2, edited.ValueOrThrow().Version);
        var after = (await _stores.Projects.FindAsync(project.Id, Ct))!;
        Assert.Equal(("new", ProjectStatus.Failed, "no bucket"), (after.Name, after.Status, after.StatusMessage));
    }

    [Fact]
    public async Task Projects_of_a_person_come_by_name()
    {
        var user = Core.Ids.UserId.Parse($"by-name-{New<Core.Ids.ProjectId>()}");
        foreach (var name in new[] { "b", "a", "c" }) await _stores.Projects.CreateAsync(Project(name), user.Acting(), Ct);
        Assert.Equal(["a", "b", "c"], (await _stores.Projects.ListForUserAsync(user, Ct)).Select(p => p.Name));
    }

    [Fact]
    public async Task Fifty_edits_at_once_lose_none_that_was_reported_as_done()
    {
        var project = (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            _stores.Projects.UpdateAsync(project.Id, null, AsAda, p => p with { Description = p.Description + "x" }, null, Ct)));
        Assert.All(results, result => Assert.True(result.Failure is null or { Code: ErrorCode.Conflict }));
        var after = (await _stores.Projects.FindAsync(project.Id, Ct))!;
        Assert.Equal(results.Count(r => r.Failure is null), after.Description.Length);
    }
}

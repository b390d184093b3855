using Shares.Core.Projects;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Projects;

public sealed class DiscoverTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Projects_are_found_by_the_beginning_of_their_name_in_any_case()
    {
        foreach (var name in new[] { "Æther Lab", "æther two", "#æther", "ae#ther" }) await CreateAsync(name);
        await _stores.Projects.CreateAsync(Project("æther hidden"), AsAda, Ct);
        Assert.Equal(["Æther Lab", "æther two"], await FindAsync("æTHER"));
        Assert.Equal(["#æther"], await FindAsync("#"));
        Assert.Equal(["ae#ther"], await FindAsync("ae#t"));
        Assert.Empty(await FindAsync("ae%"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_double()
    {
        foreach (var number in Enumerable.Range(0, 7)) await CreateAsync($"paged {number}");
        var (names, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await _stores.Projects.DiscoverAsync("paged", 3, after, Ct);
            names.AddRange(page.Items.Select(p => p.Name));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(Enumerable.Range(0, 7).Select(n => $"paged {n}"), names);
    }

    [Fact]
    public async Task The_last_full_page_has_no_next_one()
    {
        foreach (var number in Enumerable.Range(0, 2)) await CreateAsync($"full {number}");
        Assert.Null((await _stores.Projects.DiscoverAsync("full", 2, null, Ct)).Next);
    }

    [Fact]
    public async Task A_place_to_go_on_from_that_belongs_to_another_search_finds_nothing() =>
        Assert.Empty((await _stores.Projects.DiscoverAsync("one", 2, "OTHER#x", Ct)).Items);

    [Fact]
    public async Task A_project_is_found_under_its_name_of_now_and_only_while_it_lets_itself_be_found()
    {
        var project = await CreateAsync("before");
        await _stores.Projects.UpdateAsync(project.Id, null, AsAda, p => p with { Name = "afterwards" }, null, Ct);
        Assert.Empty(await FindAsync("before"));
        Assert.Equal(["afterwards"], await FindAsync("afterwards"));
        await _stores.Projects.UpdateAsync(project.Id, null, AsAda, p => p with { Settings = p.Settings with { IsDiscoverable = false } }, null, Ct);
        Assert.Empty(await FindAsync("afterwards"));
        await _stores.Projects.UpdateAsync(project.Id, null, AsAda, p => p with { Settings = p.Settings with { IsDiscoverable = true } }, null, Ct);
        Assert.Equal(["afterwards"], await FindAsync("afterwards"));
    }

    private async Task<Project> CreateAsync(string name) => (await _stores.Projects.CreateAsync(Project(name, isDiscoverable: true), AsAda, Ct)).ValueOrThrow();

    private async Task<IEnumerable<string>> FindAsync(string text) => (await _stores.Projects.DiscoverAsync(text, 100, null, Ct)).Items.Select(p => p.Name);
}

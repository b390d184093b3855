using System.Text.Json.Nodes;
using CsCheck;
using Shares.Api.Tests.Running;
using Shares.Core.Ids;
using Shares.Core.Projects;

namespace Shares.Api.Tests.ListShares;

/// <summary>Pages of a list while others change it.</summary>
public sealed class PagesOfSharesTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Limit = 3;

    private static readonly string[] Names = ["a", "B", "b", "é", "É", "ß", "Ω", "中", "🧬", "\uffee", "a#b", "a%23b", "z"];

    /// <summary>What happens between two pages; the numbers choose among the shares and names there are.</summary>
    private static readonly Gen<(int What, int Which, int Name)[]> Changes = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 99], Gen.Int[0, 99]).Array[0, 4];

    [Theory]
    [InlineData("", "asc")]
    [InlineData("name", "desc")]
    [InlineData("createdAt", "asc")]
    [InlineData("createdAt", "desc")]
    [InlineData("updatedAt", "asc")]
    [InlineData("updatedAt", "desc")]
    [InlineData("type", "desc")]
    public Task No_share_comes_twice_and_none_that_stayed_as_it_was_is_left_out(string sort, string order) => Gen
        .Select(Gen.Int[0, 99].Array[4, 9], Changes.Array[6])
        .SampleAsync(
            async (names, between) =>
            {
                var project = await api.World.ProjectAsync("pages", new Dictionary<string, Role> { ["pager"] = Role.Owner });
                var there = new HashSet<string>();
                foreach (var name in names) there.Add(await CreateAsync(project, name));
                var (made, changed) = (new HashSet<string>(), new HashSet<string>());

                var seen = new List<string>();
                var token = "";
                for (var page = 0; page == 0 || token.Length > 0; page++)
                {
                    var answer = await api.GetAsync("pager", $"/projects/{project}/shares", $"sort={sort}&order={order}&limit={Limit}&nextToken={token}");
                    Assert.Equal(200, answer.StatusCode);
                    var entries = answer.Json.EnumerateArray().Select(s => s.GetProperty("id").GetString()!).ToList();
                    Assert.True(entries.Count <= Limit);
                    seen.AddRange(entries);
                    token = answer.Headers.GetValueOrDefault("next-token") ?? "";
                    foreach (var change in page < between.Length ? between[page] : []) await ChangeAsync(project, there, made, changed, change);
                }

                // A share that was changed has moved where the list is sorted by what was changed.
                var stayed = there.Except(made).Except(sort is "createdAt" or "type" ? [] : changed).ToList();
                Assert.Equal(stayed.Order(), seen.Where(stayed.Contains).Order());
            },
            iter: 6,
            threads: 1);

    [Fact]
    public async Task A_list_too_long_for_one_answer_comes_in_pages_though_none_were_asked_for()
    {
        var project = await api.World.ProjectAsync("long", new Dictionary<string, Role> { ["author"] = Role.Owner });
        var description = string.Concat(Enumerable.Repeat("🧬", 4000));
        for (var i = 0; i < 100; i++)
        {
            var body = new JsonObject { ["name"] = $"{i:d3}", ["description"] = description, ["conditions"] = new JsonArray() };
            Assert.Equal(201, (await api.SendAsync("author", "POST", $"/projects/{project}/shares", body)).StatusCode);
        }

        var first = await api.GetAsync("author", $"/projects/{project}/shares");
        var last = await api.GetAsync("author", $"/projects/{project}/shares", $"nextToken={first.Headers["next-token"]}");

        Assert.InRange(first.Text.Length, 3_000_000, 5_000_000);
        Assert.False(last.Headers.ContainsKey("next-token"));
        Assert.Equal(
            Enumerable.Range(0, 100).Select(i => $"{i:d3}"),
            first.Json.EnumerateArray().Concat(last.Json.EnumerateArray()).Select(s => s.GetProperty("name").GetString()));
    }

    private async Task ChangeAsync(
        ProjectId project, HashSet<string> there, HashSet<string> made, HashSet<string> changed, (int What, int Which, int Name) change)
    {
        var chosen = there.Count == 0 ? null : there.Order().ElementAt(change.Which % there.Count);
        var path = $"/projects/{project}/shares/{chosen}";
        switch (change.What)
        {
            case 0:
                var id = await CreateAsync(project, change.Name);
                there.Add(id);
                made.Add(id);
                break;
            case 1 when chosen is not null:
                Assert.Equal(200, (await api.SendAsync("pager", "DELETE", path)).StatusCode);
                there.Remove(chosen);
                break;
            case 2 when chosen is not null:
                Assert.Equal(200, (await api.SendAsync("pager", "PUT", path, Body(change.Name))).StatusCode);
                changed.Add(chosen);
                break;
        }
    }

    private async Task<string> CreateAsync(ProjectId project, int name)
    {
        var answer = await api.SendAsync("pager", "POST", $"/projects/{project}/shares", Body(name));
        Assert.Equal(201, answer.StatusCode);
        return answer.Json.GetProperty("id").GetString()!;
    }

    private static JsonObject Body(int name) => new() { ["name"] = Names[name % Names.Length], ["conditions"] = new JsonArray() };
}

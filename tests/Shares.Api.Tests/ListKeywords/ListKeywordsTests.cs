using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;

namespace Shares.Api.Tests.ListKeywords;

public sealed class ListKeywordsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Keywords_come_by_letter_with_counts_and_go_with_the_last_share_that_has_them()
    {
        var first = await CreateAsync("RNA", "rna-seq", "ünï#%");
        await CreateAsync("rna");

        Assert.Equal(["rna 2", "rna-seq 1", "ünï#% 1"], await ListAsync(""));
        Assert.Equal(["rna 2", "rna-seq 1"], await ListAsync("prefix=Rn"));
        Assert.Equal(["ünï#% 1"], await ListAsync($"prefix={Uri.EscapeDataString("Ünï#")}"));
        Assert.Equal([], await ListAsync("prefix=x"));

        await api.SendAsync("owner", "DELETE", $"/projects/{api.World.Publisher}/shares/{first}");

        Assert.Equal(["rna 1"], await ListAsync(""));
    }

    [Fact]
    public async Task Keywords_come_in_pages()
    {
        await CreateAsync("p1", "p2", "p3");

        var first = await api.GetAsync("outsider", "/keywords", "prefix=p&limit=2");
        var last = await api.GetAsync("outsider", "/keywords", $"prefix=p&limit=2&nextToken={first.Headers["next-token"]}");

        Assert.Equal(["p1", "p2"], first.Json.EnumerateArray().Select(k => k.GetProperty("value").GetString()));
        Assert.Equal(["p3"], last.Json.EnumerateArray().Select(k => k.GetProperty("value").GetString()));
        Assert.False(last.Headers.ContainsKey("next-token"));
    }

    [Fact]
    public async Task A_prefix_that_no_keyword_has_is_refused()
    {
        var answer = await api.GetAsync("outsider", "/keywords", $"prefix={new string('x', 61)}");

        Assert.Equal(400, answer.StatusCode);
        Assert.StartsWith("prefix: ", answer.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<string> CreateAsync(params string[] keywords)
    {
        var body = new JsonObject { ["name"] = "s", ["conditions"] = new JsonArray(), ["keywords"] = new JsonArray([.. keywords.Select(k => JsonValue.Create(k))]) };
        return (await api.SendAsync("owner", "POST", $"/projects/{api.World.Publisher}/shares", body)).Json.GetProperty("id").GetString()!;
    }

    private async Task<List<string>> ListAsync(string query) =>
    [
        .. (await api.GetAsync("outsider", "/keywords", query)).Json.EnumerateArray()
            .Where(k => !k.GetProperty("value").GetString()!.StartsWith('p'))
            .Select(k => $"{k.GetProperty("value").GetString()} {k.GetProperty("count").GetInt64()}"),
    ];
}

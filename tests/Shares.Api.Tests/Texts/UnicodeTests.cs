using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shares.Api.Tests.Texts;

/// <summary>Texts of every kind come back as they were written, but for blanks around them, and stand for themselves alone.</summary>
public sealed class UnicodeTests(TextWorld world) : IClassFixture<TextWorld>
{
    public static TheoryData<string> Kinds => [.. TextSample.All.Select(sample => sample.Kind)];

    [Fact]
    public void Samples_are_all_different() =>
        Assert.Equal(TextSample.All.Count, TextSample.All.Select(sample => sample.Stored).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_dataset_keeps_its_texts(string kind)
    {
        var sample = TextSample.Of(kind);

        var dataset = (await GetAsync($"/datasets/{world.IdOf(sample)}", "")).Json;

        foreach (var member in new[] { "name", "description", "processId", "createdBy" })
            Assert.Equal(sample.Stored, dataset.GetProperty(member).GetString());
        Assert.Equal([sample.Stored, "of all"], dataset.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("value").GetString()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_condition_selects_what_has_its_very_value(string kind)
    {
        var sample = TextSample.Of(kind);
        foreach (var field in new[] { "TAG", "PROCESS_ID", "CREATED_BY" })
        {
            var share = await SelectingAsync(field, sample.Given);

            Assert.Equal(sample.Stored, (await GetAsync($"/shares/{share}", "")).Json.GetProperty("conditions")[0].GetProperty("value").GetString());
            Assert.Equal([world.IdOf(sample)], await IdsAsync($"/shares/{share}/datasets", ""));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_filter_finds_what_has_its_very_value(string kind)
    {
        var sample = TextSample.Of(kind);
        foreach (var filter in new[] { "tag", "processId", "createdBy" })
            Assert.Equal([world.IdOf(sample)], await IdsAsync("/datasets", $"{filter}={Uri.EscapeDataString(sample.Stored)}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_share_keeps_its_texts_and_is_found_by_them(string kind)
    {
        var sample = TextSample.Of(kind);
        var share = world.ShareOf(sample);

        var shown = (await world.Api.GetAsync(TextWorld.Owner, $"{world.Catalogue}/shares/{share}")).Json;
        Assert.Equal((sample.Stored, sample.Stored), (shown.GetProperty("name").GetString(), shown.GetProperty("description").GetString()));
        Assert.Equal(sample.IsShort ? [sample.Stored] : [], shown.GetProperty("keywords").EnumerateArray().Select(keyword => keyword.GetString()));
        if (!sample.IsShort) return;
        var value = Uri.EscapeDataString(sample.Stored);
        var found = await world.Api.GetAsync(TextWorld.Owner, $"{world.Catalogue}/shares", $"keyword={value}&text={value}");
        Assert.Equal([share], found.Json.EnumerateArray().Select(each => each.GetProperty("id").GetString()));
        var listed = await world.Api.GetAsync(TextWorld.Owner, "/keywords", $"limit=1000&prefix={value}");
        Assert.Contains(sample.Stored, listed.Json.EnumerateArray().Select(keyword => keyword.GetProperty("value").GetString()), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Facets_hold_each_value_once()
    {
        var facets = (await GetAsync("/facets", "")).Json;

        Assert.True(facets.GetProperty("isComplete").GetBoolean());
        var each = TextSample.All.Select(sample => (sample.Stored, 1)).ToList();
        Assert.Equal(each.Append(("of all", each.Count)).OrderBy(facet => facet.Item1, StringComparer.Ordinal), Counts(facets, "tags"));
        Assert.Equal(each.OrderBy(facet => facet.Stored, StringComparer.Ordinal), Counts(facets, "dataTypes"));
        Assert.Equal(each.OrderBy(facet => facet.Stored, StringComparer.Ordinal), Counts(facets, "creators"));
    }

    [Fact]
    public async Task Values_that_were_never_given_select_nothing()
    {
        foreach (var value in new[] { "of", "of%20all", "OF ALL", "of all#", "cell", "cells#", "TAG#cells", "e\u0301\u0301", "\u200c", "%2323" })
        {
            Assert.Empty(await IdsAsync("/datasets", $"tag={Uri.EscapeDataString(value)}"));
            Assert.Empty(await IdsAsync($"/shares/{await SelectingAsync("TAG", value)}/datasets", ""));
        }
    }

    private static IEnumerable<(string, int)> Counts(JsonElement facets, string list) => facets.GetProperty(list).EnumerateArray()
        .Select(facet => (facet.GetProperty("value").GetString()!, facet.GetProperty("count").GetInt32()))
        .OrderBy(facet => facet.Item1, StringComparer.Ordinal);

    private Task<string> SelectingAsync(string field, string value) => world.CreateShareAsync(world.Project, new()
    {
        ["name"] = "selecting", ["conditions"] = new JsonArray(new JsonObject { ["field"] = field, ["value"] = value }),
    });

    private Task<Testing.RuntimeApi.HttpApiAnswer> GetAsync(string path, string query) => world.Api.GetAsync(TextWorld.Owner, world.Project + path, query);

    private async Task<List<string>> IdsAsync(string path, string query)
    {
        var answer = await GetAsync(path, query);
        Assert.True(answer.StatusCode == 200, answer.Text);
        var list = answer.Json.ValueKind == JsonValueKind.Array ? answer.Json : answer.Json.GetProperty("data");
        return [.. list.EnumerateArray().Select(entry => entry.GetProperty("id").GetString()!)];
    }
}

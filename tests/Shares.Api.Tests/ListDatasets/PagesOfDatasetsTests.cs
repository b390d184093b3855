using System.Text.Json.Nodes;
using CsCheck;
using Shares.Api.Tests.Running;
using Shares.Core.Ids;

namespace Shares.Api.Tests.ListDatasets;

/// <summary>Pages of datasets, own and shared, while others make, tag and delete them.</summary>
public sealed class PagesOfDatasetsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Limit = 3;

    private static int _runs;

    /// <summary>What happens between two pages; the numbers choose among the datasets there are.</summary>
    private static readonly Gen<(int What, int Which)[]> Changes = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 99]).Array[0, 4];

    [Theory]
    [InlineData("{subscriber}/datasets", "tag={tag}")]
    [InlineData("{subscriber}/datasets", "tag={tag}&createdBy=contributor&processId=rnaseq")]
    [InlineData("{subscriber}/datasets", "share={share}")]
    [InlineData("{subscriber}/datasets", "source=own&text={tag}")]
    [InlineData("{publisher}/datasets", "tag={tag}&processId=rnaseq")]
    [InlineData("{offered}/shares/{share}/datasets", "")]
    public Task No_dataset_comes_twice_and_none_that_was_there_throughout_is_left_out(string list, string query) => Gen
        .Select(Gen.Bool.Array[3, 8], Changes.Array[5])
        .SampleAsync(
            async (owners, between) =>
            {
                var tag = $"run {Interlocked.Increment(ref _runs)}#%";
                var share = await api.World.ShareAsync(tag);
                string Fill(string text) => text
                    .Replace("{subscriber}", $"{api.World.Subscriber}", StringComparison.Ordinal)
                    .Replace("{publisher}", $"{api.World.Publisher}", StringComparison.Ordinal)
                    .Replace("{offered}", $"{api.World.Offered}", StringComparison.Ordinal)
                    .Replace("{share}", $"{share}", StringComparison.Ordinal)
                    .Replace("{tag}", Uri.EscapeDataString(tag), StringComparison.Ordinal);
                var actor = list.StartsWith("{subscriber}", StringComparison.Ordinal) ? "subscriber-owner" : list.StartsWith("{offered}", StringComparison.Ordinal) ? "offered-owner" : "owner";
                var there = new Dictionary<DatasetId, bool>();
                foreach (var isShared in owners) there.Add(await CreateAsync(isShared, tag), isShared);
                var whole = await ReadAsync(actor, $"/projects/{Fill(list)}", $"limit=1000&{Fill(query)}");
                var changed = new HashSet<string>();

                var seen = new List<string>();
                var token = "";
                for (var page = 0; page == 0 || token.Length > 0; page++)
                {
                    var answer = (await api.GetAsync(actor, $"/projects/{Fill(list)}", $"limit={Limit}&{Fill(query)}&nextToken={token}")).Json;
                    var ids = answer.GetProperty("data").EnumerateArray().Select(d => d.GetProperty("id").GetString()!).ToList();
                    Assert.True(ids.Count <= Limit);
                    seen.AddRange(ids);
                    token = answer.GetProperty("nextToken").GetString()!;
                    foreach (var change in page < between.Length ? between[page] : []) await ChangeAsync(tag, there, changed, change);
                }

                Assert.Equal(seen.Order(), seen);
                Assert.Equal(seen.Distinct(), seen);
                var stayed = whole.Except(changed).ToList();
                Assert.Equal(stayed, seen.Where(stayed.Contains));
            },
            iter: 5,
            threads: 1);

    private async Task<List<string>> ReadAsync(string actor, string path, string query) =>
        [.. (await api.GetAsync(actor, path, query)).Json.GetProperty("data").EnumerateArray().Select(d => d.GetProperty("id").GetString()!)];

    private async Task ChangeAsync(string tag, Dictionary<DatasetId, bool> there, HashSet<string> changed, (int What, int Which) change)
    {
        if (change.What == 0)
        {
            there.Add(await CreateAsync(change.Which % 2 == 0, tag), change.Which % 2 == 0);
            return;
        }

        var (chosen, isShared) = there.OrderBy(each => each.Key.Value).ElementAt(change.Which % there.Count);
        changed.Add(chosen.ToString());
        var (actor, project) = isShared ? ("owner", api.World.Publisher) : ("subscriber-owner", api.World.Subscriber);
        var body = new JsonObject { ["name"] = tag, ["processId"] = "rnaseq", ["tags"] = change.What == 1 ? [] : Tags(tag, "other") };
        var answer = change.What == 3
            ? await api.SendAsync(actor, "DELETE", $"/projects/{project}/datasets/{chosen}")
            : await api.SendAsync(actor, "PUT", $"/projects/{project}/datasets/{chosen}", body);
        Assert.Contains(answer.StatusCode, new[] { 200, 202, 404 });
    }

    private Task<DatasetId> CreateAsync(bool isShared, string tag) =>
        api.World.DatasetAsync(isShared ? api.World.Publisher : api.World.Subscriber, [tag], tag);

    private static JsonArray Tags(params string[] tags) => [.. tags.Select(tag => new JsonObject { ["value"] = tag })];
}

using System.Text.Json.Nodes;
using Shares.Api.Tests.Description;
using Shares.Api.Tests.Running;

namespace Shares.Api.Tests.Sharing;

public sealed class ConditionLimitTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Most = 100;

    private string Shares => $"/projects/{api.World.Publisher}/shares";

    [Fact]
    public async Task A_share_selects_by_100_conditions_at_once()
    {
        var expected = new List<string>();
        for (var i = 0; i < Most - 3; i++) expected.Add((await api.World.DatasetAsync($"condition {i}")).ToString());
        var named = (await api.World.DatasetAsync()).ToString();
        var other = (await api.World.DatasetAsync("condition")).ToString();
        JsonArray conditions =
        [
            .. Enumerable.Range(0, Most - 3).Select(i => Condition("TAG", $"condition {i}")),
            Condition("CREATED_BY", "contributor"), Condition("PROCESS_ID", "rnaseq"), Condition("DATASET_ID", named),
        ];

        var made = await api.SendAsync("owner", "POST", Shares, Body(conditions));
        Assert.Equal(201, made.StatusCode);
        var share = $"{Shares}/{made.Json.GetProperty("id").GetString()}";

        Assert.Equal(Most, (await api.GetAsync("owner", share)).Json.GetProperty("conditions").GetArrayLength());
        Assert.Equal([.. expected, named], await DatasetsAsync(share));
        var edited = new JsonArray([.. conditions.Where((_, i) => i != 0).Select(condition => condition!.DeepClone()), Condition("TAG", "condition")]);
        Assert.Equal(200, (await api.SendAsync("owner", "PUT", share, Body(edited))).StatusCode);
        Assert.Equal([.. expected.Skip(1), named, other], await DatasetsAsync(share));
    }

    [Fact]
    public async Task A_share_does_not_take_101_conditions_not_even_of_one_value()
    {
        var share = $"{Shares}/{await api.World.ShareAsync("limited")}";
        JsonArray[] tooMany =
        [
            [.. Enumerable.Range(0, Most + 1).Select(i => Condition("TAG", $"condition {i}"))],
            [.. Enumerable.Range(0, Most + 1).Select(_ => Condition("TAG", "limited"))],
        ];
        foreach (var conditions in tooMany)
        {
            (await api.SendAsync("owner", "POST", Shares, Body(conditions))).Refuses(400, "VALIDATION_FAILED", "conditions: ");
            (await api.SendAsync("owner", "PUT", share, Body(conditions))).Refuses(400, "VALIDATION_FAILED", "conditions: ");
            (await api.SendAsync("owner", "POST", $"{Shares}:preview", Body(conditions))).Refuses(400, "VALIDATION_FAILED", "conditions: ");
        }
    }

    private async Task<List<string>> DatasetsAsync(string share) =>
        [.. (await api.GetAsync("owner", $"{share}/datasets")).Json.GetProperty("data").EnumerateArray().Select(d => d.GetProperty("id").GetString()!)];

    private static JsonObject Body(JsonArray conditions) => new() { ["name"] = "many conditions", ["conditions"] = conditions.DeepClone() };

    private static JsonObject Condition(string field, string value) => new() { ["field"] = field, ["value"] = value };
}

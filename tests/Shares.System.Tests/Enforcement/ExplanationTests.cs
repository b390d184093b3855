using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Enforcement;

/// <summary>What the owner is told about who gets at a dataset is what happens when they try.</summary>
public sealed class ExplanationTests(LocalCloud cloud)
{
    private const int Steps = 18;

    private readonly Random _random = new(20_480);
    private readonly string _execution = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
    private readonly List<string> _history = [];

    private (bool Subscribed, bool Named, bool Restricted, bool Tagged, bool Member) _now = (true, true, false, true, true);

    [Fact]
    public async Task In_many_situations_the_explanation_says_what_vending_and_storage_do()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        Vended? earlier = null;
        var (granted, refused) = (0, 0);
        for (var step = 0; step < Steps; step++)
        {
            var download = await CompareAsync(world, dataset, "DOWNLOAD", "lab-member", await VendAsync(world, share, dataset, world.LabMember));
            var analyze = await CompareAsync(world, dataset, "ANALYZE", null, await Vended.ForPipelineAsync(world, dataset, _execution));
            await CompareAsync(world, dataset, "DOWNLOAD", "outsider", await VendAsync(world, share, dataset, world.Outsider));
            if (earlier is not null && Says(download.Explanation, "EARLIER_SESSIONS")) Assert.False(await earlier.ReadsAsync(), Situation(download.Explanation));
            earlier = download.Vended.Session is null ? earlier : download.Vended;
            foreach (var compared in new[] { download, analyze }) _ = (bool)compared.Explanation["isGranted"]! ? granted++ : refused++;
            await ChangeAsync(world, share, dataset);
        }

        Assert.True(granted > 4 && refused > 4, $"{granted} granted, {refused} refused");
    }

    [Fact]
    public async Task An_execution_that_was_cut_off_is_explained_and_others_are_not_touched()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var cut = await Vended.ForPipelineAsync(world, dataset, _execution);
        Assert.True(await cut.ReadsAsync());
        var usage = (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/shares/{share}/usages")).Expect(200)["data"]![0]!;
        (await world.CoreAdmin.DeleteAsync($"/api/projects/{world.Publisher}/shares/{share}/usages/{usage["id"]}")).Expect(200);
        await world.RefusesAsync(share);
        var explained = await CompareAsync(world, dataset, "ANALYZE", null, await Vended.ForPipelineAsync(world, dataset, _execution));
        Assert.Equal("EXECUTION_IS_NOT_CUT_OFF", (string?)explained.Explanation["rules"]!.AsArray()[^1]!["rule"]);
        Assert.True(Says(explained.Explanation, "EARLIER_SESSIONS"), explained.Explanation.ToJsonString());
        Assert.False(await cut.ReadsAsync());
        Assert.True((bool)(await ExplainAsync(world, dataset, "ANALYZE", null))["isGranted"]!);
    }

    private async Task<(JsonNode Explanation, Vended Vended)> CompareAsync(World world, UploadedDataset dataset, string purpose, string? user, Vended vended)
    {
        var explanation = await ExplainAsync(world, dataset, purpose, user, purpose == "ANALYZE" ? _execution : null);
        var isGranted = (bool)explanation["isGranted"]!;
        Assert.True(isGranted == vended.Answer.Status is 200, $"{vended.Answer.Text} {Situation(explanation)}");
        Assert.True(isGranted || (string?)explanation["errorCode"] == (string?)vended.Answer["errorCode"], $"{vended.Answer.Text} {Situation(explanation)}");
        Assert.True(isGranted == await vended.ReadsAsync(), Situation(explanation));
        await Eventually.HoldsAsync("storage does as the rules say", async () =>
            (await ExplainAsync(world, dataset, purpose, user))["storage"]!.AsArray().All(outcome => (bool)outcome!["passed"]!));
        return (explanation, vended);
    }

    private static async Task<JsonNode> ExplainAsync(World world, UploadedDataset dataset, string purpose, string? user, string? execution = null)
    {
        var query = $"projectId={world.Lab}&purpose={purpose}{(user is null ? "" : $"&userId={user}")}{(execution is null ? "" : $"&executionId={execution}")}";
        return (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/datasets/{dataset.Id}/access?{query}")).Expect(200).Body!;
    }

    private static async Task<Vended> VendAsync(World world, string share, UploadedDataset dataset, ApiClient person)
    {
        var download = (await world.EnforcementAsync(share))["accessPoints"]!.AsArray().FirstOrDefault(at => (string?)at!["kind"] == "DOWNLOAD");
        return await Vended.ForPersonAsync(world, person, dataset, (string?)download?["alias"]);
    }

    /// <summary>One thing that can be different; storage is waited for.</summary>
    private async Task ChangeAsync(World world, string share, UploadedDataset dataset)
    {
        var what = _random.Next(5);
        _now = what switch
        {
            0 => _now with { Subscribed = !_now.Subscribed && _now.Named },
            1 => _now with { Named = !_now.Named, Subscribed = _now.Subscribed && !_now.Named },
            2 => _now with { Restricted = !_now.Restricted },
            3 => _now with { Tagged = !_now.Tagged },
            _ => _now with { Member = !_now.Member },
        };
        _history.Add($"{what}: {_now}");
        if (what == 0 && _now.Named) (await world.LabAdmin.PutAsync($"/api/projects/{world.Lab}/shares/{share}:{(_now.Subscribed ? "subscribe" : "unsubscribe")}")).Expect(200);
        if (what is 1 or 2)
        {
            var input = world.Input("rna", _now.Restricted);
            if (!_now.Named) input["sharedProjectIds"] = new JsonArray();
            (await world.CoreAdmin.PutAsync($"/api/projects/{world.Publisher}/shares/{share}", input)).Expect(200);
        }

        if (what == 3) await world.TagAsync(dataset.Id, _now.Tagged ? "rna" : "private");
        if (what == 4)
        {
            var role = new JsonObject { ["username"] = "lab-member", ["role"] = _now.Member ? "CONTRIBUTOR" : "NONE" };
            (await world.LabAdmin.PutAsync($"/api/projects/{world.Lab}/permissions", role)).Expect(200);
        }

        // A dataset or member that was changed reaches the share's enforcement by the stream.
        if (what is 3 or 4) await Task.Delay(TimeSpan.FromSeconds(2));
        await world.EnforcedAsync(share);
    }

    private static bool Says(JsonNode explanation, string rule) => explanation["storage"]!.AsArray().Any(outcome => (string?)outcome!["rule"] == rule && (bool)outcome["passed"]!);

    private string Situation(JsonNode explanation) => $"{string.Join("; ", _history)}: {explanation.ToJsonString()}";
}

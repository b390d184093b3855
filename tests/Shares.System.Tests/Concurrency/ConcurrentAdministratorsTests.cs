using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Concurrency;

public sealed class ConcurrentAdministratorsTests(LocalCloud cloud)
{
    private const int Tries = 50;

    /// <summary>DynamoDB Local gives up waiting for its own locks under load, which DynamoDB does not do.</summary>
    private const int StoreWasBusy = 503;

    [Fact]
    public async Task Two_administrators_editing_one_share_at_once_lose_no_update()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var share = await world.ShareAsync("rna", isViewRestricted: true);
        var path = $"/api/projects/{world.Publisher}/shares/{share}";
        ApiClient[] administrators = [world.CoreAdmin, await cloud.SignInAsync("platform-admin")];

        // Each adds a keyword-like condition of its own to what it has just read; a lost update would lose one.
        await Task.WhenAll(Enumerable.Range(0, Tries).Select(n => UntilAcceptedAsync(administrators[n % 2], path, $"tag-{n}")));

        var conditions = (await world.CoreAdmin.GetAsync(path)).Expect(200)["conditions"].AsArray().Select(c => (string)c!["value"]!);
        Assert.Equal(Enumerable.Range(0, Tries).Select(n => $"tag-{n}").Append("rna").Order(), conditions.Order());
    }

    [Fact]
    public async Task Subscribing_editing_and_tagging_at_once_leave_every_list_in_agreement()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var share = await world.ShareAsync("rna", isViewRestricted: true);
        var datasets = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => world.UploadAsync($"Run {n}")));

        await Task.WhenAll(Enumerable.Range(0, Tries).Select(async n =>
        {
            var answer = (n % 3) switch
            {
                0 => await world.LabAdmin.PutAsync($"/api/projects/{world.Lab}/shares/{share}:{(n % 2 == 0 ? "subscribe" : "unsubscribe")}"),
                1 => await world.CoreAdmin.PutAsync($"/api/projects/{world.Publisher}/shares/{share}", world.Input(n % 2 == 0 ? "rna" : "dna", true)),
                _ => await TagAsync(world, datasets[n % 5].Id, n % 2 == 0 ? "rna" : "dna"),
            };
            Assert.True(answer.Status is 200 or 409 or StoreWasBusy, answer.Text);
        }));

        await world.SubscribeAsync(share);
        var tag = (string)(await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/shares/{share}")).Expect(200)["conditions"][0]!["value"]!;
        var tagged = new List<string>();
        foreach (var dataset in datasets)
        {
            var tags = (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/datasets/{dataset.Id}")).Expect(200)["tags"].AsArray();
            if (tags.Any(t => (string)t!["value"]! == tag)) tagged.Add(dataset.Id);
        }

        foreach (var path in new[] { $"/api/projects/{world.Lab}/datasets", $"/api/projects/{world.Publisher}/shares/{share}/datasets" })
        {
            var client = path.Contains(world.Lab, StringComparison.Ordinal) ? world.LabAdmin : world.CoreAdmin;
            var listed = (await client.GetAsync(path)).Expect(200)["data"].AsArray().Select(d => (string)d!["id"]!);
            Assert.Equal(tagged.Order(), listed.Order());
        }
    }

    private static async Task UntilAcceptedAsync(ApiClient administrator, string path, string tag)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var share = (await administrator.GetAsync(path)).Expect(200);
            var change = share.Body!.DeepClone().AsObject();
            change["conditions"]!.AsArray().Add(new JsonObject { ["field"] = "TAG", ["value"] = tag });
            change["sharedProjectIds"] = new JsonArray([.. change["sharedProjects"]!.AsArray().Select(p => p!["id"]!.DeepClone())]);
            var answer = await administrator.SendAsync(HttpMethod.Put, path, change, share.Headers.ETag!.ToString());
            if (answer.Status == 200) return;
            Assert.True(answer.Status is 412 or 409 or StoreWasBusy, answer.Text);
        }

        Assert.Fail($"{tag} was never accepted.");
    }

    private static async Task<Answer> TagAsync(World world, string dataset, string tag)
    {
        var now = (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/datasets/{dataset}")).Expect(200).Body!.DeepClone().AsObject();
        now["tags"] = new JsonArray(new JsonObject { ["value"] = tag });
        return await world.CoreAdmin.PutAsync($"/api/projects/{world.Publisher}/datasets/{dataset}", now);
    }
}

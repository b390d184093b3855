using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Enforcement;

/// <summary>Access is taken away while sessions are handed out: none of them outlives the enforcement.</summary>
public sealed class RaceTests(LocalCloud cloud)
{
    private const int Rounds = 8;
    private const int AtOnce = 6;

    [Fact]
    public async Task No_session_lives_on_that_was_handed_out_while_access_was_taken_away()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        for (var round = 0; round < Rounds; round++)
        {
            var alias = (string?)(await world.EnforcementAsync(share))["accessPoints"]!.AsArray().Single(at => (string?)at!["kind"] == "DOWNLOAD")!["alias"];
            Task<Vended> VendAsync(int number) => number % 2 == 0
                ? Vended.ForPersonAsync(world, world.LabMember, dataset, alias)
                : Vended.ForPipelineAsync(world, dataset, NewExecution());
            // Some for certain, then some of which nobody knows whether they come before or after.
            Vended[] first = [await VendAsync(0), await VendAsync(1)];
            Assert.All(first, each => Assert.True(each.Session is not null, each.Answer.Text));
            var asked = Enumerable.Range(0, AtOnce).Select(async number =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * number));
                return await VendAsync(number);
            }).ToList();
            var undo = await TakeAwayAsync(round, world, share, dataset);
            var vended = first.Concat(await Task.WhenAll(asked)).Where(each => each.Session is not null).ToList();
            Assert.Null((await Vended.ForPersonAsync(world, world.LabMember, dataset, alias)).Session);
            await GoneAsync(world, share, vended);
            await undo();
        }
    }

    [Fact]
    public async Task No_session_lives_on_that_an_execution_got_while_its_usage_was_ended()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var usages = $"/api/projects/{world.Publisher}/shares/{share}/usages";
        var other = await Vended.ForPipelineAsync(world, dataset, NewExecution());
        for (var round = 0; round < Rounds; round++)
        {
            var execution = NewExecution();
            var first = await Vended.ForPipelineAsync(world, dataset, execution);
            Assert.True(await first.ReadsAsync(), first.Answer.Text);
            var usage = (await world.CoreAdmin.GetAsync(usages)).Expect(200)["data"]!.AsArray().Single(each => (string?)each!["consumingItem"]!["id"] == execution)!;
            var asked = Enumerable.Range(0, AtOnce).Select(async number =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * number));
                return await Vended.ForPipelineAsync(world, dataset, execution);
            }).ToList();
            (await world.CoreAdmin.DeleteAsync($"{usages}/{usage["id"]}")).Expect(200);

            Vended[] vended = [first, .. await Task.WhenAll(asked)];
            Assert.Null((await Vended.ForPipelineAsync(world, dataset, execution)).Session);
            await GoneAsync(world, share, vended);
        }

        Assert.True(await other.ReadsAsync());
    }

    private static string NewExecution() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();

    /// <summary>Enforced, with nothing under way, and so without effect of what was handed out.</summary>
    private static async Task GoneAsync(World world, string share, IReadOnlyList<Vended> vended)
    {
        // Datasets reach the share's enforcement by the stream.
        await Eventually.HoldsAsync("what was handed out is refused", async () =>
        {
            await world.EnforcedAsync(share);
            return !(await Task.WhenAll(vended.Select(each => each.ReadsAsync()))).Any(reads => reads);
        });
    }

    /// <returns>What gives access again.</returns>
    private static async Task<Func<Task>> TakeAwayAsync(int round, World world, string share, UploadedDataset dataset)
    {
        var input = world.Input("rna", isViewRestricted: false);
        switch (round % 4)
        {
            case 0:
                (await world.LabAdmin.PutAsync($"/api/projects/{world.Lab}/shares/{share}:unsubscribe")).Expect(200);
                return () => world.SubscribeAsync(share);
            case 1:
                input["sharedProjectIds"] = new JsonArray();
                (await world.CoreAdmin.PutAsync($"/api/projects/{world.Publisher}/shares/{share}", input)).Expect(200);
                return async () =>
                {
                    await world.EditAsync(share, "rna", isViewRestricted: false);
                    await world.SubscribeAsync(share);
                };
            case 2:
                await world.TagAsync(dataset.Id, "private");
                return () => world.TagAsync(dataset.Id, "rna");
            default:
                await world.EditAsync(share, "something else", isViewRestricted: false);
                return () => world.EditAsync(share, "rna", isViewRestricted: false);
        }
    }
}

using System.Text.Json;
using Shares.Access.Tests.Support;
using Shares.Testing.RuntimeApi;

namespace Shares.Access.Tests.PresignFiles;

public sealed class PresignRateTests(AccessWorld world)
{
    private static readonly string Body = JsonSerializer.Serialize(new { paths = new[] { "data/reads.fastq" } });

    [Fact]
    public async Task After_300_pages_in_a_minute_a_person_waits_and_others_do_not()
    {
        var time = OwnTime.Standing;
        await using var function = await world.StartFunctionAsync(time);
        var scene = await Scene.CreateAsync(world);
        scene.Via = function;
        var dataset = await scene.AddDatasetAsync(scene.Subscriber);
        var rates = world.RatesAt(time);
        for (var n = 1; n < 300; n++) await rates.TakeAsync($"person {scene.User("member")}", "presign", 300, TimeSpan.FromMinutes(1), default);
        Task<HttpApiAnswer> Presign(string user) => scene.PostAsync($"datasets/{dataset}/files:presign", Body, user);

        Assert.Equal(200, (await Presign("member")).StatusCode);
        var refused = await Presign("member");
        Assert.Equal((429, "TOO_MANY_REQUESTS"), (refused.StatusCode, refused.Json.GetProperty("errorCode").GetString()));
        Assert.InRange(int.Parse(refused.Headers["retry-after"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(200, (await Presign("admin")).StatusCode);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await Presign("member")).StatusCode);
    }
}

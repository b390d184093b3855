using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Shares.Access.Tests.Support;

namespace Shares.Access.Tests.PresignFiles;

public sealed class PageTimeTests(AccessWorld world)
{
    [Fact]
    public async Task All_URLs_of_an_answer_are_of_one_moment_and_end_when_the_answer_says()
    {
        var time = OwnTime.Standing;
        time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(300);
        await using var function = await world.StartFunctionAsync(time);
        var scene = await Scene.CreateAsync(world);
        scene.Via = function;
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: []);
        var body = JsonSerializer.Serialize(new { paths = Enumerable.Range(0, 20).Select(i => $"data/{i}"), expiresInSeconds = 90 });
        var urls = (await scene.PostAsync($"datasets/{dataset}/files:presign", body)).Ok().GetProperty("urls").EnumerateArray().ToList();
        var (signedAt, life) = Assert.Single(urls.Select(url => Times(url.Text("url"))).Distinct());
        Assert.Equal(TimeSpan.FromSeconds(90), life);
        Assert.All(urls, url => Assert.Equal(signedAt + life, url.GetProperty("expiresAt").GetDateTimeOffset()));
    }

    private static (DateTimeOffset SignedAt, TimeSpan Life) Times(string url)
    {
        var query = QueryHelpers.ParseQuery(new Uri(url).Query);
        var date = DateTimeOffset.ParseExact(
            query["X-Amz-Date"].ToString(), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return (date, TimeSpan.FromSeconds(int.Parse(query["X-Amz-Expires"].ToString(), CultureInfo.InvariantCulture)));
    }
}

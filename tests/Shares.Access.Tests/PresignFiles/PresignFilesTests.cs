using System.Net;
using System.Text.Json;
using Shares.Access.Tests.Support;
using Shares.Core.Ids;

namespace Shares.Access.Tests.PresignFiles;

public sealed class PresignFilesTests(AccessWorld world)
{
    [Fact]
    public async Task A_URL_of_a_shared_file_reads_it_through_the_download_access_point()
    {
        var scene = await Scene.CreateAsync(world);
        var share = await scene.ShareAsync(analyzeOnly: false);
        var dataset = await scene.AddDatasetAsync(scene.Publisher, files: ["reads.fastq"]);
        var url = Assert.Single(Urls(await scene.PostAsync($"datasets/{dataset}/files:presign", """{"paths":["data/reads.fastq"]}""")));
        Assert.Contains($"/{share.Enforcement.Download!.Alias}/datasets/{dataset}/data/reads.fastq?", url, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Equal("content of reads.fastq", await http.GetStringAsync(new Uri(url)));
    }

    [Fact]
    public async Task A_URL_moved_to_another_dataset_of_the_same_share_is_refused_by_storage()
    {
        var scene = await Scene.CreateAsync(world);
        await scene.ShareAsync(analyzeOnly: false);
        var (dataset, other) = (await scene.AddDatasetAsync(scene.Publisher), await scene.AddDatasetAsync(scene.Publisher));
        var url = Urls(await scene.PostAsync($"datasets/{dataset}/files:presign", """{"paths":["data/reads.fastq"]}"""))[0];
        using var http = new HttpClient();
        var answer = await http.GetAsync(new Uri(url.Replace($"{dataset}", $"{other}", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_URL_of_no_file_reads_nothing_and_does_not_tell_that_there_is_none()
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: []);
        var url = Assert.Single(Urls(await scene.PostAsync($"datasets/{dataset}/files:presign", """{"paths":["data/none"]}""")));
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(new Uri(url))).StatusCode);
    }

    [Fact]
    public async Task All_files_come_in_pages_and_in_order()
    {
        var scene = await Scene.CreateAsync(world);
        await scene.ShareAsync(analyzeOnly: false);
        var dataset = await scene.AddDatasetAsync(scene.Publisher, files: [.. Enumerable.Range(0, 5).Select(i => $"{i}.csv")]);
        var (paths, token, pages) = (new List<string>(), "", 0);
        do
        {
            var page = await PageAsync(scene, dataset, token);
            paths.AddRange(page.GetProperty("urls").EnumerateArray().Select(u => u.Text("path")));
            token = page.Text("nextToken");
            pages++;
        }
        while (token.Length > 0);
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"data/{i}.csv"), paths);
        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task A_page_token_of_another_dataset_is_refused()
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: ["1", "2", "3"]);
        var other = await scene.AddDatasetAsync(scene.Subscriber);
        var token = (await PageAsync(scene, dataset, "")).Text("nextToken");
        var answer = await scene.PostAsync($"datasets/{other}/files:presign", $$"""{"all":true,"limit":2,"nextToken":"{{token}}"}""");
        Assert.Equal("400 BAD_PAGE_TOKEN", answer.Outcome());
    }

    [Theory]
    [InlineData("{}", "paths")]
    [InlineData("""{"all":false}""", "paths")]
    [InlineData("""{"all":true,"paths":["data/x"]}""", "paths")]
    [InlineData("""{"paths":[]}""", "paths")]
    [InlineData("""{"all":true,"limit":0}""", "limit")]
    [InlineData("""{"all":true,"limit":2001}""", "limit")]
    [InlineData("""{"all":true,"expiresInSeconds":59}""", "expiresInSeconds")]
    [InlineData("""{"all":true,"expiresInSeconds":901}""", "expiresInSeconds")]
    public async Task A_request_outside_its_bounds_is_refused(string body, string field)
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: []);
        var answer = await scene.PostAsync($"datasets/{dataset}/files:presign", body);
        Assert.Equal("400 VALIDATION_FAILED", answer.Outcome());
        Assert.StartsWith($"{field}: ", Assert.Single(answer.FieldErrors()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2000, "200")]
    [InlineData(2001, "400 VALIDATION_FAILED")]
    public async Task At_most_2000_URLs_come_in_one_answer(int count, string expected)
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: []);
        var body = JsonSerializer.Serialize(new { paths = Enumerable.Range(0, count).Select(i => $"data/a-file-with-a-name-of-usual-length-{i}.fastq.gz") });
        Assert.Equal(expected, (await scene.PostAsync($"datasets/{dataset}/files:presign", body)).Outcome());
    }

    [Fact]
    public async Task A_URL_says_when_it_ends_and_not_beyond_the_share()
    {
        var scene = await Scene.CreateAsync(world);
        var end = TimeProvider.System.GetUtcNow().AddMinutes(3);
        await scene.ShareAsync(analyzeOnly: false, share => share with { ExpiresAt = end });
        var shared = await scene.AddDatasetAsync(scene.Publisher);
        var own = await scene.AddDatasetAsync(scene.Subscriber);
        var before = TimeProvider.System.GetUtcNow();
        const string body = """{"paths":["data/reads.fastq"],"expiresInSeconds":600}""";
        var ofShared = (await scene.PostAsync($"datasets/{shared}/files:presign", body)).Ok().GetProperty("urls")[0].GetProperty("expiresAt").GetDateTimeOffset();
        var ofOwn = (await scene.PostAsync($"datasets/{own}/files:presign", body)).Ok().GetProperty("urls")[0].GetProperty("expiresAt").GetDateTimeOffset();
        Assert.InRange(end - ofShared, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange(ofOwn - before, TimeSpan.FromSeconds(599), TimeSpan.FromSeconds(660));
    }

    [Fact]
    public async Task Files_that_are_named_are_signed_all_at_once_whatever_the_limit()
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: []);
        Assert.Equal(2, Urls(await scene.PostAsync($"datasets/{dataset}/files:presign", """{"paths":["data/a","data/b"],"limit":1}""")).Length);
    }

    private static async Task<JsonElement> PageAsync(Scene scene, DatasetId dataset, string token) =>
        (await scene.PostAsync($"datasets/{dataset}/files:presign", $$"""{"all":true,"limit":2,"nextToken":"{{token}}"}""")).Ok();

    private static string[] Urls(Testing.RuntimeApi.HttpApiAnswer answer) => [.. answer.Ok().GetProperty("urls").EnumerateArray().Select(u => u.Text("url"))];
}

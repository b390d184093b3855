using System.Text.Json;
using Shares.Access.Tests.Support;

namespace Shares.Access.Tests.PresignFiles;

/// <summary>Paths are taken literally and never lead out of the dataset.</summary>
public sealed class PathTests(AccessWorld world)
{
    [Theory]
    [InlineData("")]
    [InlineData("/data/x")]
    [InlineData("//data/x")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("data/../../other/x")]
    [InlineData("data/..")]
    [InlineData("data/.")]
    [InlineData("./data/x")]
    [InlineData("data/./x")]
    [InlineData("data/")]
    [InlineData(@"\data\x")]
    [InlineData(@"..\x")]
    [InlineData(@"data\..\x")]
    [InlineData(@"data/..\x")]
    [InlineData(@"data\")]
    [InlineData("data/x\n")]
    [InlineData("data/\u0000x")]
    [InlineData("data/\u007f")]
    [InlineData("data/\u0085")]
    [InlineData(null)]
    public async Task A_path_that_could_lead_elsewhere_is_refused_by_its_place_in_the_request(string? path)
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: []);
        var answer = await scene.PostAsync($"datasets/{dataset}/files:presign", $$"""{"paths":["data/fine",{{JsonSerializer.Serialize(path)}}]}""");
        Assert.Equal("400 VALIDATION_FAILED", answer.Outcome());
        Assert.StartsWith("paths[1]: ", Assert.Single(answer.FieldErrors()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_character_is_refused()
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: []);
        var answer = await scene.PostAsync($"datasets/{dataset}/files:presign", """{"paths":["data/\ud800x"]}""");
        Assert.StartsWith("400 ", answer.Outcome(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(978, "200")]
    [InlineData(979, "400 VALIDATION_FAILED")]
    public async Task A_key_has_at_most_1024_bytes(int pathBytes, string expected)
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: []);
        var path = string.Concat(Enumerable.Repeat("ü", pathBytes / 2)) + (pathBytes % 2 == 1 ? "x" : "");
        Assert.Equal(expected, (await scene.PostAsync($"datasets/{dataset}/files:presign", $$"""{"paths":["{{path}}"]}""")).Outcome());
    }

    [Theory]
    [InlineData("data/%2e%2e/%2e%2e/x.csv", "/data/%252e%252e/%252e%252e/x.csv?")]
    [InlineData("data/%2F..%2Fx.csv", "/data/%252F..%252Fx.csv?")]
    [InlineData("data/a b+c&d=e#f?g.csv", "/data/a%20b%2Bc%26d%3De%23f%3Fg.csv?")]
    [InlineData("data/...csv", "/data/...csv?")]
    [InlineData("data//x.csv", "/data//x.csv?")]
    [InlineData("data/ünï/文.csv", "/data/%C3%BCn%C3%AF/%E6%96%87.csv?")]
    public async Task A_name_is_signed_as_it_is_and_its_URL_reads_that_file(string path, string inUrl)
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: [path["data/".Length..]]);
        var signed = (await scene.PostAsync($"datasets/{dataset}/files:presign", $$"""{"paths":["{{path}}"]}""")).Ok().GetProperty("urls")[0];
        Assert.Equal(path, signed.Text("path"));
        Assert.Contains($"/datasets/{dataset}{inUrl}", signed.Text("url"), StringComparison.Ordinal);
        using var http = new HttpClient();
        // A Uri would resolve what must stay as it is.
        var uri = new Uri(signed.Text("url"), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        Assert.Equal($"content of {path["data/".Length..]}", await http.GetStringAsync(uri));
    }
}

using Shares.Access.Tests.Support;
using Shares.Core.Enforcing;

namespace Shares.Access.Tests.ListFiles;

public sealed class ListFilesTests(AccessWorld world)
{
    [Fact]
    public async Task Files_have_their_path_and_size_below_the_domain()
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: ["b.csv", "a ü+%41.csv", "deep/er.csv"]);
        var listing = (await scene.GetAsync($"datasets/{dataset}/files")).Ok();
        Assert.Equal($"s3://{scene.SubscriberBucket}/datasets/{dataset}", listing.Text("domain"));
        Assert.Equal(3, listing.GetProperty("totalFiles").GetInt64());
        var files = listing.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(["data/a ü+%41.csv", "data/b.csv", "data/deep/er.csv"], files.Select(f => f.Text("path")));
        Assert.Equal("content of b.csv".Length, files[1].GetProperty("size").GetInt64());
        Assert.Equal("{}", files[0].GetProperty("metadata").GetRawText());
        foreach (var name in new[] { "viz", "tables", "artifacts" }) Assert.Equal(0, listing.GetProperty(name).GetArrayLength());
    }

    [Fact]
    public async Task Files_of_another_dataset_are_not_listed()
    {
        var scene = await Scene.CreateAsync(world);
        await scene.AddDatasetAsync(scene.Subscriber, files: ["other.csv"]);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: ["mine.csv"]);
        var listing = (await scene.GetAsync($"datasets/{dataset}/files")).Ok();
        Assert.Equal(["data/mine.csv"], listing.GetProperty("files").EnumerateArray().Select(f => f.Text("path")));
    }

    [Fact]
    public async Task A_list_is_read_in_parts_without_gaps_or_doubles()
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, files: [.. Enumerable.Range(0, 7).Select(i => $"{i}.csv")]);
        var seen = new List<string>();
        long total;
        do
        {
            var part = (await scene.GetAsync($"datasets/{dataset}/files", query: $"fileOffset={seen.Count}&fileLimit=3")).Ok();
            total = part.GetProperty("totalFiles").GetInt64();
            seen.AddRange(part.GetProperty("files").EnumerateArray().Select(f => f.Text("path")));
        }
        while (seen.Count < total);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"data/{i}.csv"), seen);
    }

    [Theory]
    [InlineData("fileOffset=-1", "fileOffset")]
    [InlineData("fileOffset=x", "fileOffset")]
    [InlineData("fileLimit=0", "fileLimit")]
    [InlineData("fileLimit=99999999999", "fileLimit")]
    public async Task A_window_that_is_none_is_refused(string query, string field)
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber);
        var answer = await scene.GetAsync($"datasets/{dataset}/files", query: query);
        Assert.Equal("400 VALIDATION_FAILED", answer.Outcome());
        Assert.StartsWith(field, Assert.Single(answer.FieldErrors()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, AccessPointKind.Download)]
    [InlineData(true, AccessPointKind.Analyze)]
    public async Task A_shared_dataset_is_named_by_an_alias_and_never_by_the_publishers_bucket(bool analyzeOnly, AccessPointKind kind)
    {
        var scene = await Scene.CreateAsync(world);
        var share = await scene.ShareAsync(analyzeOnly);
        var dataset = await scene.AddDatasetAsync(scene.Publisher);
        var answer = await scene.GetAsync($"datasets/{dataset}/files");
        var alias = (kind == AccessPointKind.Analyze ? share.Enforcement.Analyze : share.Enforcement.Download)!.Alias;
        Assert.Equal($"s3://{alias}/datasets/{dataset}", answer.Ok().Text("domain"));
        Assert.DoesNotContain(scene.PublisherBucket, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipeline_is_shown_the_place_that_it_can_read()
    {
        var scene = await Scene.CreateAsync(world);
        var share = await scene.ShareAsync(analyzeOnly: false);
        var dataset = await scene.AddDatasetAsync(scene.Publisher);
        var listing = (await scene.GetAsPipelineAsync($"datasets/{dataset}/files")).Ok();
        Assert.Equal($"s3://{share.Enforcement.Analyze!.Alias}/datasets/{dataset}", listing.Text("domain"));
    }

    [Fact]
    public async Task Of_two_shares_the_one_that_lets_the_caller_read_names_the_place()
    {
        var scene = await Scene.CreateAsync(world);
        var closed = await scene.ShareAsync(analyzeOnly: true);
        var open = await scene.ShareAsync(analyzeOnly: false);
        var dataset = await scene.AddDatasetAsync(scene.Publisher);
        Assert.Equal($"s3://{open.Enforcement.Download!.Alias}/datasets/{dataset}", (await scene.GetAsync($"datasets/{dataset}/files")).Ok().Text("domain"));
        Assert.Equal($"s3://{closed.Enforcement.Analyze!.Alias}/datasets/{dataset}", (await scene.GetAsPipelineAsync($"datasets/{dataset}/files")).Ok().Text("domain"));
    }

    [Fact]
    public async Task Before_storage_is_set_up_a_shared_dataset_has_names_and_no_place()
    {
        var scene = await Scene.CreateAsync(world);
        await scene.SubscribeAsync(await scene.PublishAsync(analyzeOnly: true));
        var dataset = await scene.AddDatasetAsync(scene.Publisher);
        var answer = await scene.GetAsync($"datasets/{dataset}/files");
        Assert.Equal("", answer.Ok().Text("domain"));
        Assert.Equal(1, answer.Json.GetProperty("files").GetArrayLength());
        Assert.DoesNotContain(scene.PublisherBucket, answer.Text, StringComparison.Ordinal);
    }
}

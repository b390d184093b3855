using Shares.Access.Tests.Support;
using Shares.Core;
using Shares.Core.Datasets;

namespace Shares.Access.Tests.CompleteDataset;

public sealed class CompleteDatasetTests(AccessWorld world)
{
    [Fact]
    public async Task Completing_counts_what_is_in_storage_and_makes_the_dataset_one_that_shares_select()
    {
        var scene = await Scene.CreateAsync(world);
        await scene.ShareAsync(analyzeOnly: true);
        var dataset = await scene.AddDatasetAsync(scene.Publisher, DatasetStatus.Pending, ["a.csv", "b/c.csv"], ["a.csv", "b/c.csv"]);
        Assert.Equal("404 NOT_FOUND", (await scene.GetAsync($"datasets/{dataset}/files")).Outcome());

        var answer = (await scene.PostAsPublisherAsync($"datasets/{dataset}:complete", "{}")).Ok();

        var bytes = "content of a.csv".Length + "content of b/c.csv".Length;
        Assert.Equal((dataset.ToString(), "COMPLETED"), (answer.Text("id"), answer.Text("status")));
        Assert.Equal((2, bytes), (answer.GetProperty("fileCount").GetInt64(), answer.GetProperty("totalSizeBytes").GetInt64()));
        var stored = (await world.Datasets.FindAsync(dataset, default))!;
        Assert.Equal((DatasetStatus.Completed, 2L, new ByteCount(bytes)), (stored.Status, stored.FileCount, stored.TotalSize));
        Assert.Equal("200", (await scene.GetAsync($"datasets/{dataset}/files")).Outcome());
    }

    [Fact]
    public async Task Completing_again_changes_nothing()
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, DatasetStatus.Pending);
        var first = (await scene.PostAsync($"datasets/{dataset}:complete", "{}")).Ok();
        var stored = (await world.Datasets.FindAsync(dataset, default))!;
        await world.Storage.PutAsync(scene.SubscriberBucket, $"datasets/{dataset}/data/late", "late");
        var second = (await scene.PostAsync($"datasets/{dataset}:complete", "{}")).Ok();
        Assert.Equal(first.GetProperty("fileCount").GetInt64(), second.GetProperty("fileCount").GetInt64());
        Assert.Equal(stored.Version, (await world.Datasets.FindAsync(dataset, default))!.Version);
    }

    [Fact]
    public async Task A_dataset_without_files_is_not_completed()
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, DatasetStatus.Pending, files: []);
        Assert.Equal("400 VALIDATION_FAILED", (await scene.PostAsync($"datasets/{dataset}:complete", "{}")).Outcome());
        Assert.Equal(DatasetStatus.Pending, (await world.Datasets.FindAsync(dataset, default))!.Status);
    }

    [Fact]
    public async Task Announced_files_that_are_missing_are_named_ten_at_most()
    {
        var scene = await Scene.CreateAsync(world);
        var expected = Enumerable.Range(10, 12).Select(i => $"{i}.csv").ToArray();
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, DatasetStatus.Pending, ["10.csv"], expected);
        var answer = await scene.PostAsync($"datasets/{dataset}:complete", "{}");
        Assert.Equal("400 VALIDATION_FAILED", answer.Outcome());
        var message = Assert.Single(answer.FieldErrors());
        Assert.Equal($"expectedFiles: not uploaded yet: {string.Join(", ", expected[1..11])} and 1 more", message);
    }

    [Fact]
    public async Task A_pipeline_completes_a_dataset_of_its_project()
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, DatasetStatus.Running);
        Assert.Equal("200", (await scene.PostAsPipelineAsync($"datasets/{dataset}:complete", "{}")).Outcome());
    }
}

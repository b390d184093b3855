using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Datasets;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Datasets;

public sealed class DatasetStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;
    private readonly ProjectId _project = New<ProjectId>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dataset_is_found_listed_and_counted()
    {
        var dataset = await CreateAsync("a", "b#%");
        Same.As(dataset, await _stores.Datasets.FindAsync(dataset.Id, Ct));
        Facet One(SelectionField field, string value) => new(field, value, 1, 1, new(0), 0, 0);
        Facet[] facets = [One(SelectionField.CreatedBy, "ada"), One(SelectionField.ProcessId, "fastq"), One(SelectionField.Tag, "a"), One(SelectionField.Tag, "b#%")];
        Assert.Equal(facets, await _stores.Datasets.ListFacetsAsync(_project, Ct));
        await DatasetConsistency.AssertAsync(_stores, _project, [dataset.Id]);
    }

    [Fact]
    public async Task An_id_is_taken_once()
    {
        var dataset = await CreateAsync("a");
        Assert.Equal(ErrorCode.AlreadyExists, (await _stores.Datasets.CreateAsync(dataset with { Tags = ["b"] }, AsAda, Ct)).Failure?.Code);
        await DatasetConsistency.AssertAsync(_stores, _project, [dataset.Id]);
    }

    [Fact]
    public async Task Rows_and_counts_follow_every_change()
    {
        var dataset = await CreateAsync("a", "b");
        var edited = (await _stores.Datasets.UpdateAsync(dataset.Id, 1, AsAda, d => d with { Tags = ["b", "c"], ProcessId = "bam", Name = "new" }, Ct)).ValueOrThrow();
        Same.As(edited, await _stores.Datasets.FindAsync(dataset.Id, Ct));
        Assert.Equal(2, edited.Version);
        await DatasetConsistency.AssertAsync(_stores, _project, [dataset.Id]);
    }

    [Fact]
    public async Task All_tags_can_be_exchanged_at_once_though_they_do_not_fit_one_transaction()
    {
        var dataset = await CreateAsync([.. Enumerable.Range(0, Limits.TagsPerDataset).Select(n => $"old {n}")]);
        var tags = Enumerable.Range(0, Limits.TagsPerDataset).Select(n => $"new {n}").ToList();
        var edited = (await _stores.Datasets.UpdateAsync(dataset.Id, 1, AsAda, d => d with { Tags = tags, ProcessId = "bam" }, Ct)).ValueOrThrow();
        Same.As(edited, await _stores.Datasets.FindAsync(dataset.Id, Ct));
        Assert.Equal(tags, edited.Tags);
        await DatasetConsistency.AssertAsync(_stores, _project, [dataset.Id]);
    }

    [Fact]
    public async Task Bytes_and_files_are_counted_of_completed_datasets_alone()
    {
        var pending = (await _stores.Datasets.CreateAsync(Dataset(_project, "a") with { Status = DatasetStatus.Pending }, AsAda, Ct)).ValueOrThrow();
        Condition value = new(SelectionField.Tag, "a");
        async Task<Facet> FacetAsync() => (await _stores.Datasets.FindFacetsAsync(_project, [value, new(SelectionField.Tag, "unknown")], Ct)).Single().Value;
        Assert.Equal(new(value.Field, value.Value, 1, 0, new(0), 0, 0), await FacetAsync());
        Dataset Completed(Dataset d, long bytes, long files) => d with { Status = DatasetStatus.Completed, TotalSize = new(bytes), FileCount = files };
        await _stores.Datasets.UpdateAsync(pending.Id, null, AsAda, d => Completed(d, 1000, 3), Ct);
        Assert.Equal(new(value.Field, value.Value, 1, 1, new(1000), 3, 0), await FacetAsync());
        await _stores.Datasets.UpdateAsync(pending.Id, null, AsAda, d => Completed(d, 400, 2), Ct);
        Assert.Equal(new(value.Field, value.Value, 1, 1, new(400), 2, 0), await FacetAsync());
        await _stores.Datasets.UpdateAsync(pending.Id, null, AsAda, d => d with { Status = DatasetStatus.Archived }, Ct);
        Assert.Equal(new(value.Field, value.Value, 1, 0, new(0), 0, 0), await FacetAsync());
        await DatasetConsistency.AssertAsync(_stores, _project, [pending.Id]);
    }

    [Fact]
    public async Task Completing_a_dataset_while_all_its_tags_change_leaves_rows_and_counts_right()
    {
        string[] Tags(int from) => [.. Enumerable.Range(from, Limits.TagsPerDataset).Select(n => $"tag {n}")];
        var dataset = (await _stores.Datasets.CreateAsync(Dataset(_project, Tags(0)) with { Status = DatasetStatus.Pending }, AsAda, Ct)).ValueOrThrow();
        await _stores.Datasets.UpdateAsync(dataset.Id, null, AsAda, d => d with { Tags = Tags(20), ProcessId = "bam", Status = DatasetStatus.Completed, TotalSize = new(7), FileCount = 1 }, Ct);
        await DatasetConsistency.AssertAsync(_stores, _project, [dataset.Id]);
    }

    [Fact]
    public async Task A_change_never_moves_a_dataset_to_another_owner()
    {
        var dataset = await CreateAsync("a");
        var edited = await _stores.Datasets.UpdateAsync(dataset.Id, null, AsAda, d => d with { Id = New<DatasetId>(), ProjectId = New<ProjectId>(), CreatedBy = Bob }, Ct);
        Assert.Equal((dataset.Id, dataset.ProjectId, dataset.CreatedBy), (edited.ValueOrThrow().Id, edited.ValueOrThrow().ProjectId, edited.ValueOrThrow().CreatedBy));
    }

    [Fact]
    public async Task A_deleted_dataset_is_known_by_its_id_and_in_no_list()
    {
        var dataset = await CreateAsync("a");
        Assert.Equal(ErrorCode.VersionMismatch, (await _stores.Datasets.DeleteAsync(dataset.Id, 7, AsAda, Ct)).Failure?.Code);
        Assert.Null((await _stores.Datasets.DeleteAsync(dataset.Id, 1, AsAda, Ct)).Failure);
        Assert.Equal(DatasetStatus.Deleted, (await _stores.Datasets.FindAsync(dataset.Id, Ct))!.Status);
        Assert.Empty(await _stores.Datasets.ListFacetsAsync(_project, Ct));
        await DatasetConsistency.AssertAsync(_stores, _project, [dataset.Id]);
        Assert.Equal(ErrorCode.NotFound, (await _stores.Datasets.UpdateAsync(dataset.Id, null, AsAda, d => d with { Status = DatasetStatus.Completed }, Ct)).Failure?.Code);
    }

    [Fact]
    public async Task Fifty_changes_at_once_lose_none_that_was_reported_as_done_and_leave_rows_and_counts_right()
    {
        var datasets = new List<Dataset>();
        for (var n = 0; n < 5; n++) datasets.Add(await CreateAsync("start"));
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(n =>
            _stores.Datasets.UpdateAsync(datasets[n % 5].Id, null, AsAda, d => d with { Tags = [.. d.Tags.Where(tag => tag != $"t{(n + 3) % 10}"), $"t{n % 10}", $"unique {n}"] }, Ct)));
        Assert.All(results, result => Assert.True(result.Failure is null or { Code: ErrorCode.Conflict }));
        var after = await _stores.Datasets.FindManyAsync([.. datasets.Select(d => d.Id)], Ct);
        Assert.Equal(results.Count(result => result.Failure is null), after.Values.Sum(d => d.Tags.Count(tag => tag.StartsWith("unique", StringComparison.Ordinal))));
        await DatasetConsistency.AssertAsync(_stores, _project, [.. datasets.Select(d => d.Id)]);
    }

    [Fact]
    public async Task Own_datasets_are_listed_from_any_place_on()
    {
        var ids = new List<DatasetId>();
        for (var n = 0; n < 7; n++) ids.Add((await CreateAsync("a")).Id);
        ids.Sort((one, other) => one.Value.CompareTo(other.Value));
        for (var place = 0; place < 7; place++)
        {
            var listed = await _stores.Datasets.ListOwnAsync(_project, ids[place], 2, Ct).Select(d => d.Id).ToListAsync(Ct);
            Assert.Equal(ids.Skip(place + 1), listed);
        }
    }

    private async Task<Dataset> CreateAsync(params string[] tags) => (await _stores.Datasets.CreateAsync(Dataset(_project, tags), AsAda, Ct)).ValueOrThrow();
}

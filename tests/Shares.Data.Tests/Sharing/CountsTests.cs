using CsCheck;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Tests.Datasets;
using Shares.Testing.DynamoDb;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Sharing;

/// <summary>
/// Random sequences of changes of datasets and shares by programs that end at any of their calls, and of the stream's handler, which does
/// too, comes late and is given everything again: facets, selects items and keywords are then what a recount gives.
/// </summary>
public sealed class CountsTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private const int Values = 70;

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Enum<Change>(), Gen.Int[0, 2], Gen.Int[0, Values - 1], Gen.Int[0, Values], Gen.Int[0, 9], (change, which, from, count, calls) => new Step(change, which, from, count, calls));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Counts_are_what_a_recount_gives_whatever_ended_where() => Steps.Array[5, 25].SampleAsync(async steps =>
    {
        var run = new Run(fixture, (await fixture.Stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow().Id);
        foreach (var step in steps) await run.MakeAsync(step);
        await run.AssertAsync();
    }, iter: 12, threads: 1);

    private enum Change
    {
        CreateDataset,
        EditDataset,
        DeleteDataset,
        CreateShare,
        EditShare,
        EditShareOften,
        DeleteShare,
        Repair,
    }

    /// <param name="Calls">Of the program before it ends; 9: it does not.</param>
    private sealed record Step(Change Change, int Which, int From, int Count, int Calls);

    private sealed class Run(TableFixture fixture, ProjectId publisher)
    {
        private readonly string _word = $"{New<ShareId>()}";
        private readonly List<DatasetId> _datasets = [];
        private readonly List<ShareId> _shares = [];
        private readonly Queue<(ShareId Id, Share? Old)> _stream = [];

        public async Task MakeAsync(Step step)
        {
            using var crashing = step.Calls == 9 ? null : new CrashingDynamoDb(fixture.Table.Endpoint, step.Calls);
            var stores = crashing is null ? fixture.Stores : fixture.With(crashing.Client);
            if (step.Change == Change.CreateDataset) _datasets.Add(New<DatasetId>());
            if (step.Change == Change.CreateShare) _shares.Add(New<ShareId>());
            var share = _shares.Count == 0 ? default : _shares[step.Change == Change.CreateShare ? ^1 : step.Which % _shares.Count];
            var before = await fixture.Stores.Shares.FindAsync(share, Ct);
            try
            {
                await MakeAsync(step, stores, share);
            }
            catch (CrashException)
            {
                // What was begun stays as it is.
            }

            if ((await fixture.Stores.Shares.FindAsync(share, Ct))?.Version != before?.Version) _stream.Enqueue((share, before));
        }

        public async Task AssertAsync()
        {
            foreach (var (id, old) in _stream) await fixture.Stores.Shares.RepairAsync(id, old, Ct);
            var shares = (await fixture.Stores.Shares.FindManyAsync(_shares, Ct)).Values.ToList();
            await DatasetConsistency.AssertAsync(fixture.Stores, publisher, _datasets, shares);
            var facets = await fixture.Stores.Datasets.FindFacetsAsync(publisher, [.. Range(0, Values)], Ct);
            foreach (var value in Range(0, Values))
            {
                Assert.Equal(shares.Count(s => s.Selection.Conditions.Contains(value)), facets.GetValueOrDefault(value)?.UsedInShares ?? 0);
                var selecting = await fixture.Stores.SortsOf(SelectsItem.Partition(publisher, value));
                Assert.Equal(shares.Where(s => s.Selection.Conditions.Contains(value)).Select(s => $"SHARE#{s.Id}").Order(StringComparer.Ordinal), selecting);
            }

            var keywords = (await fixture.Stores.Keywords.ListAsync(_word, null, 100, Ct)).Items.ToDictionary(k => k.Keyword, k => k.Count, StringComparer.OrdinalIgnoreCase);
            var counted = shares.SelectMany(s => s.Keywords.Distinct(StringComparer.OrdinalIgnoreCase)).CountBy(k => k, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
            Assert.Equal(counted.Select(pair => (pair.Key.ToUpperInvariant(), (long)pair.Value)).Order(), keywords.Select(pair => (pair.Key.ToUpperInvariant(), pair.Value)).Order());
        }

        private async Task MakeAsync(Step step, Stores stores, ShareId share)
        {
            var dataset = _datasets.Count == 0 ? default : _datasets[step.Which % _datasets.Count];
            switch (step.Change)
            {
                case Change.CreateDataset:
                    await stores.Datasets.CreateAsync(Changed(step, Dataset(publisher)) with { Id = _datasets[^1] }, AsAda, Ct);
                    break;
                case Change.EditDataset:
                    await stores.Datasets.UpdateAsync(dataset, null, AsAda, d => Changed(step, d), Ct);
                    break;
                case Change.DeleteDataset:
                    await stores.Datasets.DeleteAsync(dataset, null, AsAda, Ct);
                    break;
                case Change.CreateShare:
                    await stores.Shares.CreateAsync(Changed(step, Share(publisher)) with { Id = share }, AsAda, Ct);
                    break;
                case Change.EditShare or Change.EditShareOften:
                    await stores.Shares.UpdateAsync(share, null, AsAda, s => Changed(step, s), Ct);
                    break;
                case Change.DeleteShare:
                    await stores.Shares.DeleteAsync(share, null, AsAda, Ct);
                    break;
                default:
                    if (_stream.TryPeek(out var change)) await stores.Shares.RepairAsync(change.Id, change.Old, Ct);
                    break;
            }
        }

        private static Dataset Changed(Step step, Dataset dataset) => dataset with
        {
            Tags = [.. Range(step.From, step.Count % 41).Select(value => value.Value)],
            Status = step.Count % 3 == 0 ? DatasetStatus.Pending : DatasetStatus.Completed,
            TotalSize = new(step.From),
            FileCount = step.Count,
        };

        private Share Changed(Step step, Share share) => share with
        {
            Selection = new([.. Range(step.From, step.Count), new(SelectionField.DatasetId, $"{_datasets.FirstOrDefault()}")]),
            Keywords = [.. Enumerable.Range(step.From, step.Count % 6).Select(n => n % 2 == 0 ? $"{_word} k{n % 8}" : $"{_word} K{n % 8 - 1}")],
        };

        private static IEnumerable<Condition> Range(int from, int count) =>
            Enumerable.Range(from, count).Select(n => new Condition(SelectionField.Tag, $"tag {n % Values}")).Distinct();
    }
}

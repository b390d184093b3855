using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Ids;
using Shares.Data.Egress;
using Shares.Data.Items;
using Shares.Data.Tests.Store;
using Shares.Testing.DynamoDb;
using static Shares.Data.Tests.Egress.Ledgers;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Egress;

public sealed class LedgerStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;
    private readonly LedgerRow.Attributed _row = Row(New<ProjectId>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private LedgerStore Ledger => _stores.Ledger;

    [Fact]
    public async Task Requests_add_up_in_their_row_and_the_publisher_is_in_the_month()
    {
        Assert.Equal(new(250, 0, 0, Bytes: 500), await Ledger.RecordAsync(new(_row, Events(250, bytes: 2)), Ct));
        Assert.Equal([new(_row.Key, new(500, 250, 0, 0))], await RowsAsync());
        Assert.Contains(_row.Publisher, await _stores.LedgerReader.PublishersAsync(_row.Period, Ct));
    }

    [Fact]
    public async Task What_is_there_is_not_added_again_and_what_is_new_beside_it_is()
    {
        var events = Events(30);
        await Ledger.RecordAsync(new(_row, [.. events.Take(20)]), Ct);
        Assert.Equal(new(10, 20, 0, Bytes: 10), await Ledger.RecordAsync(new(_row, events), Ct));
        Assert.Equal(new(0, 30, 0), await Ledger.RecordMissingAsync(new(_row, events), Ct));
        Assert.Equal(30, Assert.Single(await RowsAsync()).Amount.Requests);
    }

    [Fact]
    public async Task A_correction_moves_a_request_from_row_to_row_once()
    {
        var (request, other) = (New<AuditEventId>().Hex(), _row with { Key = _row.Key with { Zone = TransferZone.SameRegion } });
        await Ledger.RecordAsync(new(other, [Event(request, bytes: 50)]), Ct);
        LedgerGroup correction = new(_row, [Event(request, bytes: 70, isUpdate: true)]);
        Assert.Equal(new(0, 0, 1, Bytes: 20), await Ledger.RecordAsync(correction, Ct));
        Assert.Equal(new(0, 1, 0), await Ledger.RecordAsync(correction, Ct));
        Assert.Equal(new(0, 1, 0), await Ledger.RecordAsync(new(other, [Event(request, bytes: 50)]), Ct));
        Assert.Equal([new(_row.Key, EgressAmount.Served(70))], await RowsAsync());
    }

    [Fact]
    public async Task What_counted_for_nobody_counts_for_its_publisher_when_that_is_known()
    {
        var request = New<AuditEventId>().Hex();
        LedgerRow.Unattributed nobody = new(new(Day, UnattributedReason.UnknownPublisher, TransferZone.Internet, "100% # of %23 it"));
        Assert.Equal(new(1, 0, 0, 9, Unattributed: 1), await Ledger.RecordAsync(new(nobody, [Event(request, 9, isAttributed: false)]), Ct));
        Assert.Contains(new(nobody.Key, EgressAmount.Served(9)), await UnattributedAsync());
        await Ledger.RecordAsync(new(_row, [Event(request, 9)]), Ct);
        Assert.DoesNotContain(await UnattributedAsync(), entry => entry.Key == nobody.Key);
        Assert.Equal(9, Assert.Single(await RowsAsync()).Amount.Bytes);
    }

    [Fact]
    public async Task Many_at_the_same_requests_at_the_same_time_count_each_once()
    {
        var events = Events(120, bytes: 3);
        var counts = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Ledger.RecordAsync(new(_row, [.. events.Skip(n * 10).Take(70)]), Ct)));
        Assert.Equal(120, counts.Sum(each => each.Recorded));
        Assert.Equal((6 * 70) - 120, counts.Sum(each => each.Duplicates));
        Assert.Equal(new EgressAmount(360, 120, 0, 0), Assert.Single(await RowsAsync()).Amount);
    }

    [Fact]
    public async Task A_transaction_that_met_another_one_is_tried_again()
    {
        using var conflicts = new InterferingHandler("TransactWriteItems", 3, InterferingHandler.ConflictAsync);
        using var client = DynamoDbLocal.Client(fixture.Table.Endpoint, config => config.HttpClientFactory = new ThroughHandler(conflicts));
        Assert.Equal(new(5, 0, 0, Bytes: 5), await fixture.With(client).Ledger.RecordAsync(new(_row, Events(5)), Ct));
        Assert.Equal(5, Assert.Single(await RowsAsync()).Amount.Requests);
    }

    [Fact]
    public async Task Dying_after_any_call_neither_loses_nor_doubles_anything()
    {
        var hasCrashed = true;
        for (var calls = 0; hasCrashed; calls++)
        {
            var row = Row(New<ProjectId>());
            var events = Events(210);
            await Ledger.RecordAsync(new(row with { Key = row.Key with { Route = AccessRoute.Pipeline } }, [.. events.Take(3)]), Ct);
            LedgerGroup group = new(row, [.. events.Skip(1), events[0] with { Rank = new(true, true, default) }]);
            using var crashing = new CrashingDynamoDb(fixture.Table.Endpoint, calls);
            try
            {
                await fixture.With(crashing.Client).Ledger.RecordAsync(group, Ct);
            }
            catch (CrashException)
            {
                // This is what the test is about.
            }

            hasCrashed = crashing.HasCrashed;
            await Ledger.RecordAsync(group, Ct);
            var rows = await _stores.LedgerReader.ReadAsync(row.Publisher, Day, Day, Ct).ToListAsync(Ct);
            Assert.Equal([2, 208], rows.Select(entry => entry.Amount.Requests).Order());
            Assert.Equal([row.Publisher], (await _stores.LedgerReader.PublishersAsync(row.Period, Ct)).Where(id => id == row.Publisher));
        }
    }

    [Fact]
    public async Task A_marker_outlives_every_repetition_and_then_goes()
    {
        var events = Events(1);
        await Ledger.RecordAsync(new(_row, events), Ct);
        var item = await _stores.Table.GetAsync(EventMarkerItem.KeyOf(events[0].Request), Ct);
        var kept = DateTimeOffset.FromUnixTimeSeconds(long.Parse(item!["Expires"].N, null)) - TimeProvider.System.GetUtcNow();
        Assert.InRange(kept, Core.Egress.Attributing.TrailAttributor.Latest + TimeSpan.FromDays(4), EventMarker.Kept);
    }

    [Fact]
    public async Task Rows_are_read_from_day_to_day_over_the_ends_of_months_and_of_publishers()
    {
        DateOnly[] days = [new(2025, 12, 30), new(2025, 12, 31), new(2026, 1, 1), new(2026, 1, 31), new(2026, 2, 1), new(2026, 3, 2)];
        foreach (var day in days) await Ledger.RecordAsync(new(Row(_row.Publisher, day), Events(1)), Ct);
        await Ledger.RecordAsync(new(Row(New<ProjectId>(), days[2]), Events(1)), Ct);
        async Task<IEnumerable<DateOnly>> ReadAsync(DateOnly from, DateOnly to) =>
            (await _stores.LedgerReader.ReadAsync(_row.Publisher, from, to, Ct).ToListAsync(Ct)).Select(entry => entry.Key.Day);

        Assert.Equal(days, await ReadAsync(days[0], days[^1]));
        Assert.Equal(days[1..5], await ReadAsync(days[1], days[4]));
        Assert.Equal([days[1]], await ReadAsync(days[1], days[1]));
        Assert.Empty(await ReadAsync(new(2026, 1, 2), new(2026, 1, 30)));
        Assert.Empty(await ReadAsync(days[2], days[1]));
        Assert.Empty(await ReadAsync(new(2026, 4, 1), new(2026, 6, 1)));
    }

    [Fact]
    public async Task A_month_has_its_own_publishers_and_its_own_unattributed()
    {
        LedgerRow.Unattributed nobody = new(new(new(2024, 2, 29), UnattributedReason.OtherEvent, TransferZone.Internet, "HeadObject"));
        var row = Row(New<ProjectId>(), new(2024, 2, 29));
        // Clients look before they read: nobody need be told.
        Assert.Equal(0, (await Ledger.RecordAsync(new(nobody, Events(2)), Ct)).Unattributed);
        await Ledger.RecordAsync(new(row, Events(2)), Ct);
        Assert.Equal([row.Publisher], await _stores.LedgerReader.PublishersAsync(row.Period, Ct));
        Assert.Equal([new(nobody.Key, new(2, 2, 0, 0))], await UnattributedAsync(row.Period));
        Assert.Empty(await _stores.LedgerReader.PublishersAsync(row.Period.Next, Ct));
        Assert.Empty(await UnattributedAsync(row.Period.Next));
    }

    private async Task<IReadOnlyList<LedgerEntry>> RowsAsync() => await _stores.LedgerReader.ReadAsync(_row.Publisher, Day, Day, Ct).ToListAsync(Ct);

    private async Task<IReadOnlyList<UnattributedEntry>> UnattributedAsync(BillingPeriod? period = null) =>
        await _stores.LedgerReader.ReadUnattributedAsync(period ?? _row.Period, Ct).ToListAsync(Ct);
}

using Shares.Core.Egress;
using Shares.Core.Egress.Ledger;
using Shares.Core.Tests.Egress.Attributing;

namespace Shares.Core.Tests.Egress.Ledger;

public sealed class LedgerWorkTests
{
    private static readonly LedgerRow.Attributed Row = RowOf(1);

    [Fact]
    public void One_transaction_takes_99_requests_and_their_row()
    {
        var work = new LedgerWork(new(Row, [.. Enumerable.Range(0, 250).Select(n => Event($"{n}", bytes: 2))]));
        var sizes = new List<int>();
        while (work.Next() is { } transaction)
        {
            Assert.Equal(new RowChange(Row, new(2 * transaction.Markers.Count, transaction.Markers.Count, 0, 0)), Assert.Single(transaction.Rows));
            sizes.Add(transaction.Markers.Count);
            work.Committed();
        }

        Assert.Equal([99, 99, 52], sizes);
        Assert.Equal(250, work.Recorded);
    }

    [Fact]
    public void Requests_that_are_there_are_left_out_and_the_rest_tried_again()
    {
        var work = new LedgerWork(new(Row, [Event("A"), Event("B"), Event("C")]));
        _ = work.Next();
        work.Found([Marker("B")]);
        Assert.Equal(["A", "C"], work.Next()!.Markers.Select(marker => marker.Marker.Request));
        Assert.Equal(1, work.Duplicates);
    }

    [Fact]
    public void A_correction_takes_back_what_it_corrects_in_the_same_transaction()
    {
        var work = new LedgerWork(new(Row, [Event("A", bytes: 70, isUpdate: true)]));
        _ = work.Next();
        work.Found([Marker("A", bytes: 50) with { Row = RowOf(2) }]);
        var transaction = work.Next()!;
        Assert.Equal([new(RowOf(2), -EgressAmount.Served(50)), new(Row, EgressAmount.Served(70))], transaction.Rows);
        Assert.Equal(new EventRank(true, false, default), Assert.Single(transaction.Markers).Replaces);
        work.Committed();
        Assert.Null(work.Next());
        Assert.Equal((0, 0, 1), (work.Recorded, work.Duplicates, work.Corrected));
        Assert.Equal(new EgressAmount(20, 0, 0, 0), work.Added);
    }

    [Fact]
    public void A_correction_within_a_row_changes_it_by_the_difference()
    {
        var work = new LedgerWork(new(Row, [Event("A", bytes: 70, isUpdate: true)]));
        _ = work.Next();
        work.Found([Marker("A", bytes: 50)]);
        Assert.Equal(new RowChange(Row, new(20, 0, 0, 0)), Assert.Single(work.Next()!.Rows));
    }

    [Fact]
    public void What_a_correction_has_corrected_is_not_counted_when_it_comes_later()
    {
        var work = new LedgerWork(new(Row, [Event("A")]));
        _ = work.Next();
        work.Found([Marker("A") with { Rank = new(true, true, default) }]);
        Assert.Null(work.Next());
        Assert.Equal(1, work.Duplicates);
    }

    [Fact]
    public void A_marker_that_went_in_between_is_written_anew()
    {
        var work = new LedgerWork(new(Row, [Event("A", isUpdate: true)]));
        _ = work.Next();
        work.Found([Marker("A")]);
        _ = work.Next();
        work.Found([]);
        Assert.Null(Assert.Single(work.Next()!.Markers).Replaces);
    }

    [Fact]
    public void Where_most_is_likely_to_be_there_it_is_told_beforehand()
    {
        var work = new LedgerWork(new(Row, [Event("A"), Event("B")]));
        work.Found([Marker("A"), Marker("B")]);
        Assert.Null(work.Next());
    }

    private static LedgerRow.Attributed RowOf(int dataset) => new(Some.Publisher, new(
        new(2026, 11, 22), Some.ShareId(1), Some.DatasetId(dataset), Some.Subscriber, Attributed.Principal("ada"), TransferZone.Internet, AccessRoute.Credentials));

    private static LedgerEvent Event(string request, long bytes = 1, bool isUpdate = false) => new(request, new(true, isUpdate, default), EgressAmount.Served(bytes));

    private static EventMarker Marker(string request, long bytes = 1) => new(request, new(true, false, default), Row, EgressAmount.Served(bytes));
}

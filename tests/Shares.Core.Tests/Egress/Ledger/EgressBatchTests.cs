using System.Text;
using Shares.Core.Egress;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Trail;
using Shares.Core.Ids;
using Shares.Core.Tests.Egress.Attributing;
using Shares.Testing.Trail;

namespace Shares.Core.Tests.Egress.Ledger;

public sealed class EgressBatchTests
{
    private static readonly Dictionary<ShareId, ProjectId> Publishers = new() { [Some.ShareId(1)] = Some.Publisher };

    [Fact]
    public void Requests_of_one_row_add_up_and_rows_stay_apart()
    {
        var groups = Batch(
            new TrailRecord { RequestId = "A" }.With(10),
            new TrailRecord { RequestId = "B" }.With(20),
            new TrailRecord { RequestId = "C", ErrorCode = "AccessDenied" }.With(3),
            new TrailRecord { RequestId = "D", Time = "2026-11-21T23:59:59Z" }.With(40)).Group(Publishers);
        Assert.Equal(2, groups.Count);
        Assert.Equal(new EgressAmount(30, 2, 3, 1), Sum(groups[0]));
        Assert.Equal(EgressAmount.Served(40), Sum(groups[1]));
    }

    [Fact]
    public void A_record_that_is_repeated_counts_once_and_is_counted_as_repeated()
    {
        var batch = Batch(new TrailRecord(), new TrailRecord(), new TrailRecord());
        Assert.Equal((3, 2), (batch.Records, batch.Repeated));
        Assert.Single(Assert.Single(batch.Group(Publishers)).Events);
    }

    [Fact]
    public void A_request_that_is_logged_twice_counts_once()
    {
        var batch = Batch(
            new TrailRecord { EventId = "00000001-0000-0000-0000-000000000000" }.With(5),
            new TrailRecord { EventId = "00000002-0000-0000-0000-000000000000", HasAccessPoint = false }.With(5));
        Assert.Equal(EgressAmount.Served(5), Sum(Assert.Single(batch.Group(Publishers))));
        Assert.IsType<LedgerRow.Attributed>(batch.Group(Publishers)[0].Row);
    }

    [Fact]
    public void A_share_that_leads_to_no_project_is_unattributed_by_its_name()
    {
        var row = Assert.IsType<LedgerRow.Unattributed>(Assert.Single(Batch(new TrailRecord { Share = Some.ShareId(9).Hex() }).Group(Publishers)).Row);
        Assert.Equal(new UnattributedKey(new(2026, 11, 22), UnattributedReason.UnknownPublisher, TransferZone.Internet, Some.ShareId(9).ToString()), row.Key);
    }

    [Fact]
    public void Shares_come_with_a_bucket_that_leads_to_their_publisher_when_they_are_deleted() =>
        Assert.Equal("lab-bucket", Batch(new TrailRecord { Bucket = "lab-bucket" }).Shares[Some.ShareId(1)]);

    [Fact]
    public void Lag_is_that_of_the_oldest_request() =>
        Assert.Equal(TimeSpan.FromMinutes(61), Batch(new TrailRecord { RequestId = "A", Time = "2026-11-21T23:59:00Z" }, new TrailRecord()).Lag);

    [Fact]
    public void A_delivery_that_is_broken_is_noted_once_however_often_it_comes()
    {
        var batch = Batch();
        batch.AddBroken("cut"u8);
        batch.AddBroken("cut"u8);
        batch.AddBroken("cut elsewhere"u8);
        var group = Assert.Single(batch.Group(Publishers));
        Assert.Equal(UnattributedReason.Unreadable, Assert.IsType<LedgerRow.Unattributed>(group.Row).Key.Reason);
        Assert.Equal(2, group.Events.Count);
    }

    [Theory]
    [InlineData("ü")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public void A_request_id_of_a_strange_form_is_told_apart_by_its_hash(string id)
    {
        var request = Batch(new TrailRecord { RequestId = id }).Group(Publishers)[0].Events[0].Request;
        Assert.StartsWith("sha256:", request, StringComparison.Ordinal);
        Assert.NotEqual(request, Batch(new TrailRecord { RequestId = id + "x" }).Group(Publishers)[0].Events[0].Request);
    }

    private static EgressBatch Batch(params TrailRecord[] records)
    {
        var batch = new EgressBatch(Attributed.NewAttributor(), Attributed.ReceivedAt);
        var reader = new SubscriptionReader(new MemoryStream(Encoding.UTF8.GetBytes(TrailDelivery.Subscription(records.Select(record => record.ToJson())))));
        while (reader.TryRead(out var record)) batch.Add(record);
        return batch;
    }

    private static EgressAmount Sum(LedgerGroup group) => group.Events.Aggregate(default(EgressAmount), (sum, added) => sum + added.Amount);
}

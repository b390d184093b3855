using Shares.Core.Egress;
using Shares.Core.Egress.Ledger;
using Shares.Core.Ids;
using Shares.Egress.Tests.World;
using Shares.Testing.DynamoDb;
using Shares.Testing.Trail;

namespace Shares.Egress.Tests.RecordDelivery;

public sealed class DeliveryHandlerTests(Ledgers ledgers)
{
    private readonly DateOnly _day = Ledgers.NextDay();

    [Fact]
    public async Task A_download_is_in_the_row_of_its_publisher()
    {
        await using var function = new Function(ledgers, _day);
        await function.DeliverAsync(Download("A", 1000), Download("B", 500), Download("C", 243) with { ErrorCode = "AccessDenied" });
        var (row, amount) = Assert.Single(await ledgers.ReadAsync(_day));
        Assert.Equal(
            new LedgerRow.Attributed(AnyStream.Publishers[AnyStream.Shares[0]], new(
                _day, AnyStream.Shares[0], UuidId.Parse<DatasetId>("0197c000-0000-7000-8000-000000000001"),
                UuidId.Parse<ProjectId>("0197a000-0000-7000-8000-00000000000b"), PrincipalId.Parse("lab-member"), TransferZone.Internet, AccessRoute.PresignedUrl)),
            row);
        Assert.Equal(new EgressAmount(1500, 2, 243, 1), amount);
    }

    [Fact]
    public async Task What_is_delivered_again_is_measured_as_duplicates_and_changes_nothing()
    {
        await using var function = new Function(ledgers, _day);
        TrailRecord[] records = [Download("A", 10), Download("A", 10), Download("B", 20), Download("C", 5) with { Name = "HeadObject" }, Download("D", 7) with { Role = "admin" }];
        await function.DeliverAsync(records);
        var before = await ledgers.ReadAsync(_day);
        await function.DeliverAsync(records);
        Assert.Equal(before, await ledgers.ReadAsync(_day));
        Assert.Equal([5, 5], function.Measured("EgressEvents"));
        Assert.Equal([42, 0], function.Measured("EgressBytes"));
        Assert.Equal([1, 5], function.Measured("EgressDuplicates"));
        Assert.Equal([1, 0], function.Measured("EgressUnattributed"));
        Assert.Equal([59 * 60, 59 * 60], function.Measured("EgressLag"));
    }

    [Fact]
    public async Task Each_address_is_in_the_zone_where_AWS_s_list_places_it()
    {
        await using var function = new Function(ledgers, _day);
        await function.DeliverAsync(
            Download("A", 1) with { SourceAddress = "203.0.113.7" }, Download("B", 2) with { SourceAddress = "192.0.2.1" }, Download("C", 4) with { SourceAddress = "198.51.100.9" },
            Download("D", 8) with { VpcEndpoint = "vpce-1" });
        var zones = (await ledgers.ReadAsync(_day)).ToDictionary(row => ((LedgerRow.Attributed)row.Key).Key.Zone, row => row.Value.Bytes);
        Assert.Equal(new() { [TransferZone.Internet] = 1, [TransferZone.CrossRegion] = 2, [TransferZone.SameRegion] = 12 }, zones);
    }

    [Fact]
    public async Task A_deleted_share_leads_to_its_publisher_by_the_bucket_and_a_share_that_nobody_knows_to_nobody()
    {
        await using var function = new Function(ledgers, _day);
        await function.DeliverAsync(Download("A", 10, AnyStream.Shares[1]), Download("B", 20, AnyStream.Shares[2]));
        var rows = await ledgers.ReadAsync(_day);
        Assert.Equal(10, rows.Single(row => row.Key is LedgerRow.Attributed { Publisher: var p } && p == AnyStream.Publishers[AnyStream.Shares[1]]).Value.Bytes);
        Assert.Equal(EgressAmount.Served(20), rows[Nobody(UnattributedReason.UnknownPublisher, AnyStream.Shares[2].ToString())]);
    }

    [Fact]
    public async Task More_requests_than_one_transaction_takes_are_all_recorded()
    {
        await using var function = new Function(ledgers, _day);
        await function.DeliverAsync(Enumerable.Range(0, 1000).Select(n => Download($"N{n}", n % 3, AnyStream.Shares[n % 2])));
        var rows = await ledgers.ReadAsync(_day);
        Assert.Equal([500, 500], rows.Values.Select(amount => amount.Requests));
        Assert.Equal(999, rows.Values.Sum(amount => amount.Bytes));
    }

    [Fact]
    public async Task A_control_message_is_nothing()
    {
        using var crashing = new CrashingDynamoDb(ledgers.Store.Endpoint, 0);
        await using var function = new Function(ledgers, _day, crashing.Client);
        await function.DeliverAsync(TrailDelivery.Pack(TrailDelivery.Subscription(["CWL CONTROL MESSAGE: Checking health of destination Lambda function."], "CONTROL_MESSAGE")));
        Assert.Empty(function.Measured("EgressEvents"));
        Assert.False(crashing.HasCrashed);
    }

    [Fact]
    public async Task The_store_out_of_reach_fails_the_invocation_and_the_next_delivery_makes_up_for_it()
    {
        using (var crashing = new CrashingDynamoDb(ledgers.Store.Endpoint, 0))
        {
            await using var failing = new Function(ledgers, _day, crashing.Client);
            await Assert.ThrowsAnyAsync<Exception>(() => failing.DeliverAsync(Download("A", 1)));
            Assert.Empty(failing.Measured("EgressEvents"));
        }

        await using var function = new Function(ledgers, _day);
        await function.DeliverAsync(Download("A", 1));
        Assert.Equal(1, Assert.Single(await ledgers.ReadAsync(_day)).Value.Requests);
    }

    [Fact]
    public async Task A_row_that_the_store_does_not_take_holds_up_no_other_and_fails_the_invocation()
    {
        using var refusing = new RefusingHandler("0197c000-0000-7000-8000-0000000000ff");
        using var client = DynamoDbLocal.Client(ledgers.Store.Endpoint, config => config.HttpClientFactory = new ThroughHandler(refusing));
        await using var function = new Function(ledgers, _day, client);
        var refused = Download("A", 1) with { Key = "datasets/0197c000-0000-7000-8000-0000000000ff/data/f" };
        await Assert.ThrowsAsync<AggregateException>(() => function.DeliverAsync(refused, Download("B", 2), Download("C", 3, AnyStream.Shares[1])));
        Assert.Equal(5, (await ledgers.ReadAsync(_day)).Values.Sum(amount => amount.Bytes));
    }

    private TrailRecord Download(string request, long bytes, ShareId? share = null)
    {
        var read = share ?? AnyStream.Shares[0];
        return new TrailRecord { RequestId = $"{_day:yyyyMMdd}-{request}", Time = $"{_day:O}T00:01:00Z", Share = read.Hex(), Bucket = AnyStream.BucketOf(read) }.With(bytes);
    }

    private LedgerRow.Unattributed Nobody(UnattributedReason reason, string subject) => new(new(_day, reason, TransferZone.Internet, subject));

    /// <summary>The store refuses whatever has to do with something, as if it were malformed.</summary>
    private sealed class RefusingHandler(string about) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!(await request.Content!.ReadAsStringAsync(cancellationToken)).Contains(about, StringComparison.Ordinal)) return await base.SendAsync(request, cancellationToken);
            return new(System.Net.HttpStatusCode.BadRequest)
            {
                Content = new StringContent("""{"__type":"com.amazon.coral.validate#ValidationException","message":"Refused."}""", System.Text.Encoding.UTF8, "application/x-amz-json-1.0"),
            };
        }
    }
}

using Shares.Core.Egress;
using Shares.Core.Egress.Ledger;
using Shares.Core.Ids;
using Shares.Egress.Tests.World;
using Shares.Testing.DynamoDb;
using Shares.Testing.Trail;

namespace Shares.Egress.Tests.RecordDelivery;

/// <summary>On a new deployment nobody knows yet which addresses are AWS's.</summary>
public sealed class UnknownAddressesTests(Ledgers ledgers)
{
    private readonly DateOnly _day = Ledgers.NextDay();

    [Theory]
    [InlineData(null)]
    [InlineData("{\"prefixes\":[],\"ipv6_prefixes\":[]}")]
    [InlineData("503")]
    public async Task Before_there_was_a_list_a_delivery_fails_and_is_measured_and_nothing_of_it_is_recorded_until_it_comes_again(string? list)
    {
        var bucket = BucketWith(list);
        await using var function = new Function(ledgers, _day, bucket: bucket);
        TrailRecord[] records = [Download("A", 1, "192.0.2.1"), Download("B", 2, "203.0.113.7") with { VpcEndpoint = "vpce-1" }, Download("C", 4, "203.0.113.7") with { Role = "admin" }];
        for (var n = 0; n < 3; n++) await Assert.ThrowsAsync<IOException>(() => function.DeliverAsync(records));
        Assert.Empty(await ledgers.ReadAsync(_day));
        Assert.Equal([3, 3, 3], function.Measured("EgressPutOff"));
        Assert.Empty(function.Measured("EgressEvents"));

        ledgers.Buckets.Lists[bucket] = ReportsBuckets.List;
        await function.DeliverAsync(records);
        var rows = await ledgers.ReadAsync(_day);
        Assert.Equal(
            new() { [TransferZone.CrossRegion] = 1, [TransferZone.SameRegion] = 2 },
            rows.Where(row => row.Key is LedgerRow.Attributed).ToDictionary(row => ((LedgerRow.Attributed)row.Key).Key.Zone, row => row.Value.Bytes));
        Assert.Equal(4, rows.Single(row => row.Key is LedgerRow.Unattributed).Value.Bytes);
        Assert.Equal([3, 3, 3], function.Measured("EgressPutOff"));
    }

    [Fact]
    public async Task A_process_that_has_a_list_goes_on_with_it_when_it_is_gone_and_a_new_process_waits_for_the_next()
    {
        var bucket = BucketWith(ReportsBuckets.List);
        await using var warm = new Function(ledgers, _day, bucket: bucket);
        await warm.DeliverAsync(Download("A", 1, "192.0.2.1"));
        Assert.True(ledgers.Buckets.Lists.TryRemove(bucket, out _));
        await warm.DeliverAsync(Download("B", 2, "192.0.2.1"));
        await using var cold = new Function(ledgers, _day, bucket: bucket);
        await Assert.ThrowsAsync<IOException>(() => cold.DeliverAsync(Download("C", 4, "192.0.2.1")));
        Assert.Equal(3, Assert.Single(await ledgers.ReadAsync(_day)).Value.Bytes);
    }

    [Fact]
    public async Task A_control_message_needs_no_list()
    {
        using var crashing = new CrashingDynamoDb(ledgers.Store.Endpoint, 0);
        await using var function = new Function(ledgers, _day, crashing.Client, BucketWith(null));
        await function.DeliverAsync(TrailDelivery.Pack(TrailDelivery.Subscription(["CWL CONTROL MESSAGE: Checking health of destination Lambda function."], "CONTROL_MESSAGE")));
        Assert.False(crashing.HasCrashed);
        Assert.Empty(function.Measured("EgressPutOff"));
    }

    private string BucketWith(string? list)
    {
        var bucket = $"reports-{_day:yyyyMMdd}";
        if (list is not null) ledgers.Buckets.Lists[bucket] = list;
        return bucket;
    }

    private TrailRecord Download(string request, long bytes, string address) => new TrailRecord
    {
        RequestId = $"{_day:yyyyMMdd}-{request}", Time = $"{_day:O}T00:01:00Z", Share = AnyStream.Shares[0].Hex(), Bucket = AnyStream.BucketOf(AnyStream.Shares[0]), SourceAddress = address,
    }.With(bytes);
}

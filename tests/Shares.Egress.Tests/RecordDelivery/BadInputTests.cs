using Shares.Core.Canaries;
using Shares.Core.Egress;
using Shares.Core.Egress.Ledger;
using Shares.Egress.Tests.World;
using Shares.Testing.Trail;

namespace Shares.Egress.Tests.RecordDelivery;

/// <summary>Whatever comes is recorded as what it is, and what came with it counts all the same.</summary>
public sealed class BadInputTests(Ledgers ledgers)
{
    private readonly DateOnly _day = Ledgers.NextDay();

    public static TheoryData<UnattributedReason, TrailRecord, long> Poison { get; } = new()
    {
        { UnattributedReason.OtherService, new() { Service = "sts.amazonaws.com" }, 7759 },
        { UnattributedReason.OtherEvent, new() { Name = "ListObjects" }, 7759 },
        { UnattributedReason.Canary, new() { Key = CanaryIdentity.Key(CanaryIdentity.Dataset) }, 7759 },
        { UnattributedReason.ByteCountImplausible, new() { BytesOut = "-1" }, 0 },
        { UnattributedReason.ByteCountImplausible, new() { BytesOut = "1e30" }, 0 },
        { UnattributedReason.ByteCountImplausible, new() { BytesOut = "9223372036854775807" }, 0 },
        { UnattributedReason.UnknownAccessPoint, new() { AccessPointArn = "arn:aws:s3:us-east-1:111122223333:accesspoint/other" }, 7759 },
        { UnattributedReason.UnknownAccessPoint, new() { HasAccessPoint = false }, 7759 },
        { UnattributedReason.UnknownPublisher, new() { Share = "0197b0000000700080000000000000ff" }, 7759 },
        { UnattributedReason.KeyOutsideDatasets, new() { Key = "exports/all.csv" }, 7759 },
        { UnattributedReason.UnknownSession, new() { Role = "admin" }, 7759 },
    };

    [Theory]
    [MemberData(nameof(Poison))]
    public async Task A_record_that_counts_for_nobody_is_kept_with_its_reason(UnattributedReason reason, TrailRecord poison, long bytes)
    {
        await using var function = new Function(ledgers, _day);
        await function.DeliverAsync(Good, poison with { RequestId = $"{_day:yyyyMMdd}-poison", Time = Good.Time });
        await AssertBesideGoodAsync(reason, EgressAmount.Served(bytes));
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2999-12-31T23:59:59Z")]
    [InlineData("tomorrow")]
    public async Task A_clock_far_off_counts_on_the_day_of_delivery(string time)
    {
        await using var function = new Function(ledgers, _day);
        await function.DeliverAsync(Good, Good with { RequestId = $"{_day:yyyyMMdd}-poison", Time = time });
        await AssertBesideGoodAsync(UnattributedReason.TimeImplausible, EgressAmount.Served(1));
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{\"requestID\":")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_message_that_is_no_record_is_counted_as_one(string message)
    {
        await using var function = new Function(ledgers, _day);
        await function.DeliverAsync([Good.ToJson(), message.Length == 0 ? message : message + _day.ToString("O", null)]);
        Assert.Equal([2], function.Measured("EgressEvents"));
        Assert.Equal(EgressAmount.Served(1), (await ledgers.ReadAsync(_day)).Single(row => row.Key is LedgerRow.Attributed).Value);
        // The empty message is the same on every day, and counts on the first on which it comes.
        if (message.Length > 0) await AssertBesideGoodAsync(UnattributedReason.Unreadable, EgressAmount.Served(0));
    }

    [Fact]
    public async Task A_delivery_cut_off_anywhere_is_noted_once_and_what_came_before_the_cut_counts_once()
    {
        var packed = TrailDelivery.Pack(TrailDelivery.Subscription(Enumerable.Range(0, 200).Select(n => (Good with { RequestId = $"{_day:yyyyMMdd}-{n}", Key = $"{Good.Key}{n * 7919}" }).ToJson())));
        await using var function = new Function(ledgers, _day);
        foreach (var length in (int[])[0, 1, 9, 20, packed.Length / 3, packed.Length / 2, packed.Length - 50]) await function.DeliverAsync(packed[..length]);
        await function.DeliverAsync(packed[..(packed.Length / 2)]);
        await function.DeliverAsync(packed);
        var rows = await ledgers.ReadAsync(_day);
        Assert.Equal(200, rows.Single(row => row.Key is LedgerRow.Attributed).Value.Requests);
        // What is empty is the same on every day.
        Assert.InRange(rows.Single(row => row.Key is LedgerRow.Unattributed).Value.Requests, 5, 7);
        Assert.Equal(8, function.Output.Count(line => line["level"]?.GetValue<string>() == "ERROR"));
    }

    [Theory]
    [InlineData("neither base64")]
    [InlineData("bm90IHBhY2tlZA==")]
    public async Task A_delivery_that_is_not_packed_is_noted(string data)
    {
        await using var function = new Function(ledgers, _day);
        await function.InvokeAsync($$$"""{"awslogs":{"data":"{{{data}}}"}}""");
        Assert.Equal([1], function.Measured("EgressEvents"));
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{]}")]
    [InlineData("[1,2,3]")]
    public async Task A_delivery_that_is_packed_and_not_as_logs_are_is_noted(string json)
    {
        await using var function = new Function(ledgers, _day);
        await function.DeliverAsync(TrailDelivery.Pack(json));
        Assert.Equal([1], function.Measured("EgressEvents"));
        Assert.DoesNotContain(await ledgers.ReadAsync(_day), row => row.Key is LedgerRow.Attributed);
    }

    private TrailRecord Good => new TrailRecord { RequestId = $"{_day:yyyyMMdd}-good", Time = $"{_day:O}T00:01:00Z" }.With(1);

    private async Task AssertBesideGoodAsync(UnattributedReason reason, EgressAmount amount)
    {
        var rows = await ledgers.ReadAsync(_day);
        Assert.Equal(2, rows.Count);
        Assert.Equal(EgressAmount.Served(1), rows.Single(row => row.Key is LedgerRow.Attributed).Value);
        var (row, found) = rows.Single(row => row.Key is LedgerRow.Unattributed);
        Assert.Equal((reason, amount), (((LedgerRow.Unattributed)row).Key.Reason, found));
    }
}

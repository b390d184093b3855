using Shares.Billing.Tests.World;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Data.Egress;
using Shares.Data.Items;
using Shares.Data.Store;
using Shares.Testing.Trail;
using static Shares.Testing.Trail.TrailDelivery;

namespace Shares.Billing.Tests.RescanTrail;

public sealed class RescanJobTests(Storage storage, Tables tables) : IClassFixture<Tables>
{
    private static readonly DateTimeOffset Now = new(2026, 12, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly LastDay = new(2026, 11, 30);
    private static readonly BillingPeriod November = BillingPeriod.Parse("2026-11");

    [Fact]
    public async Task Each_request_of_the_files_counts_once_however_often_files_have_it_and_are_read()
    {
        await using var office = await OfficeAsync();
        await PutAsync(office, LastDay, "a", [Record(1), Record(2), Record(2)]);
        await PutAsync(office, LastDay, "b", [Record(2), Record(3)]);
        await office.RunAsync(Job.Rescan);
        Assert.Equal(new EgressAmount(6, 3, 0, 0), await NobodysAsync(office));
        await PutAsync(office, LastDay, "late", [Record(3), Record(4)]);
        await office.RunAsync(Job.Rescan);
        Assert.Equal(new EgressAmount(10, 4, 0, 0), await NobodysAsync(office));
    }

    [Fact]
    public async Task Nothing_is_recorded_before_it_is_known_which_addresses_are_AWS_s()
    {
        await using var office = await OfficeAsync();
        await PutAsync(office, LastDay, "a", [Record(1, address: "192.0.2.1")]);
        office.Aws.Out["addresses"] = true;
        await Assert.ThrowsAsync<JobFailedException>(() => office.RunAsync(Job.Rescan));
        Assert.Equal(default, await NobodysAsync(office));

        office.Aws.Out.Clear();
        await office.RunAsync(Job.Rescan);
        Assert.Equal(new EgressAmount(1, 1, 0, 0), await NobodysAsync(office));
        Assert.Equal(TransferZone.SameRegion, (await office.Of<LedgerReader>().ReadUnattributedAsync(November, default).SingleAsync()).Key.Zone);
        Assert.NotEmpty(await office.ReadAsync(office.ReportsBucket, Shares.Aws.Objects.AddressRanges.Key));
    }

    [Fact]
    public async Task A_file_that_was_read_is_not_read_again()
    {
        await using var office = await OfficeAsync();
        await PutAsync(office, LastDay, "a", [Record(1)]);
        Assert.Contains("\"RescanRecords\":[1]", await office.RunAsync(Job.Rescan), StringComparison.Ordinal);
        Assert.Contains("\"RescanRecords\":[0]", await office.RunAsync(Job.Rescan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_may_die_after_any_call_to_the_table()
    {
        await using var office = await OfficeAsync();
        await PutAsync(office, LastDay, "a", [Record(1), Record(2)]);
        await PutAsync(office, LastDay.AddDays(1), "b", [Record(2), Record(3)]);
        Assert.True(await office.CrashEverywhereAsync(Job.Rescan) > 5);
        Assert.Equal(new EgressAmount(6, 3, 0, 0), await NobodysAsync(office));
        Assert.Equal(new DateOnly(2026, 12, 1), await office.Of<TrailFileStore>().FindReadUntilAsync(default));
    }

    [Fact]
    public async Task Runs_side_by_side_count_no_request_twice()
    {
        await using var office = await OfficeAsync();
        for (var n = 0; n < 5; n++) await PutAsync(office, LastDay, $"{n}", Enumerable.Range(n * 10, 20).Select(number => Record(number)));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => office.RunAsync(Job.Rescan)));
        Assert.Equal(new EgressAmount(Enumerable.Range(0, 60).Sum(), 60, 0, 0), await NobodysAsync(office));
    }

    [Fact]
    public async Task A_file_that_breaks_off_or_is_no_json_is_recorded_as_that_and_holds_nothing_up()
    {
        await using var office = await OfficeAsync();
        var whole = Pack(File(Enumerable.Range(0, 200).Select(number => Record(number))));
        await PutAsync(office, LastDay, "cut", whole[..(whole.Length - 40)]);
        await PutAsync(office, LastDay, "empty", Array.Empty<byte>());
        await PutAsync(office, LastDay, "text", Pack("not json"));
        await PutAsync(office, LastDay, "whole", whole);
        await office.RunAsync(Job.Rescan);
        var unreadable = await office.Of<LedgerReader>().ReadUnattributedAsync(BillingPeriod.Of(Now), default)
            .Where(entry => entry.Key.Reason == UnattributedReason.Unreadable).ToListAsync();
        Assert.Equal(3, unreadable.Sum(entry => entry.Amount.Requests));
        Assert.Equal(200, (await NobodysAsync(office)).Requests);
    }

    [Fact]
    public async Task Records_of_a_file_that_count_for_nobody_are_kept_with_their_reasons_and_hold_nothing_up()
    {
        await using var office = await OfficeAsync();
        var poison = new Dictionary<UnattributedReason, TrailRecord[]>
        {
            [UnattributedReason.OtherService] = [new() { Service = "sts.amazonaws.com" }],
            [UnattributedReason.OtherEvent] = [new() { Name = "ListObjects" }],
            [UnattributedReason.ByteCountImplausible] = [new() { BytesOut = "-1" }, new() { BytesOut = "1e30" }],
            [UnattributedReason.UnknownAccessPoint] = [new() { AccessPointArn = "arn:aws:s3:us-east-1:111122223333:accesspoint/other" }, new() { HasAccessPoint = false }],
            [UnattributedReason.KeyOutsideDatasets] = [new() { Key = "exports/all.csv" }],
            [UnattributedReason.UnknownSession] = [new() { Role = "admin" }],
            [UnattributedReason.TimeImplausible] = [new() { Time = "1970-01-01T00:00:00Z" }, new() { Time = "2999-12-31T23:59:59Z" }],
            [UnattributedReason.UnknownPublisher] = [new(), new()],
        };
        var day = LastDay.AddDays(1);
        var records = poison.Values.SelectMany(all => all).Select((record, n) => record with
        {
            RequestId = $"REQ{n}", EventId = new Guid(n, 1, 7, new byte[8]).ToString(), Time = record.Time == new TrailRecord().Time ? $"{day:O}T00:01:00Z" : record.Time,
        });
        await PutAsync(office, day, "a", records.Select(record => record.ToJson()));
        await office.RunAsync(Job.Rescan);
        var kept = await office.Of<LedgerReader>().ReadUnattributedAsync(November.Next, default).ToListAsync();
        Assert.Equal(
            poison.ToDictionary(reason => reason.Key, reason => (long)reason.Value.Length),
            kept.GroupBy(entry => entry.Key.Reason).ToDictionary(reason => reason.Key, reason => reason.Sum(entry => entry.Amount.Requests)));
    }

    [Fact]
    public async Task A_deleted_share_leads_to_its_publisher_by_the_bucket()
    {
        await using var office = await OfficeAsync();
        await office.Of<Table>().PutManyAsync([BucketItem.KeyOf(new TrailRecord().Bucket).ToItem().With("Project", $"{Downloads.Publisher(1)}")], default);
        await PutAsync(office, LastDay, "a", [Record(7)]);
        await office.RunAsync(Job.Rescan);
        Assert.Equal((7, 0), ((await office.SumAsync(November)).Attributed.Bytes, (await NobodysAsync(office)).Bytes));
    }

    [Fact]
    public async Task While_storage_is_out_the_run_fails_and_nothing_is_lost()
    {
        await using var office = await OfficeAsync();
        await PutAsync(office, LastDay, "a", [Record(7)]);
        office.StorageInstead = new("http://127.0.0.1:9/");
        await Assert.ThrowsAnyAsync<Exception>(() => office.RunAsync(Job.Rescan));
        Assert.Contains("\"BillingFailedRuns\":[1]", office.LastOutput, StringComparison.Ordinal);
        Assert.Null(await office.Of<TrailFileStore>().FindReadUntilAsync(default));
        office.StorageInstead = null;
        await office.RunAsync(Job.Rescan);
        Assert.Equal(7, (await NobodysAsync(office)).Bytes);
    }

    [Fact]
    public async Task When_time_runs_out_the_run_says_so_and_the_next_goes_on()
    {
        await using var office = await OfficeAsync();
        await PutAsync(office, LastDay, "a", [Record(7)]);
        await Assert.ThrowsAsync<JobFailedException>(() => office.RunAsync(Job.Rescan, left: TimeSpan.FromSeconds(10)));
        await office.RunAsync(Job.Rescan);
        Assert.Equal(7, (await NobodysAsync(office)).Bytes);
    }

    [Fact]
    public async Task After_an_outage_it_goes_back_as_far_as_it_has_not_read()
    {
        await using var office = await OfficeAsync();
        await office.Of<TrailFileStore>().ReadUntilAsync(new(2026, 11, 10), default);
        await PutAsync(office, new(2026, 11, 15), "old", [Record(5, "2026-11-15T01:00:00Z")]);
        await office.RunAsync(Job.Rescan);
        Assert.Equal(5, (await NobodysAsync(office)).Bytes);
    }

    private Task<Office> OfficeAsync() => Office.OpenAsync(storage, tables, Now);

    /// <summary>A reading of as many bytes as its number; of a share that nobody knows.</summary>
    private static string Record(int number, string time = "2026-11-30T23:59:59Z", string address = "203.0.113.7") => new TrailRecord
    {
        RequestId = $"REQ{number}", EventId = new Guid(number, 1, 7, new byte[8]).ToString(), Time = time, SourceAddress = address,
    }.With(number).ToJson();

    private static Task PutAsync(Office office, DateOnly day, string name, IEnumerable<string> records) => PutAsync(office, day, name, Pack(File(records)));

    private static Task PutAsync(Office office, DateOnly day, string name, byte[] packed) => office.PutAsync(
        office.TrailBucket, $"AWSLogs/{TrailRecord.AccountId}/CloudTrail/us-east-1/{day:yyyy/MM/dd}/{TrailRecord.AccountId}_CloudTrail_us-east-1_{name}.json.gz", packed);

    private static async Task<EgressAmount> NobodysAsync(Office office) => (await office.SumAsync(November)).Unattributed;
}

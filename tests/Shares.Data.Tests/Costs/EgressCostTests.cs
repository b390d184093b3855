using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Limits;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Egress;
using Shares.Data.Items;
using Shares.Data.Tests.Egress;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Costs;

public sealed class EgressCostTests(TableFixture fixture) : CostTest(fixture)
{
    private readonly LedgerRow.Attributed _row = Ledgers.Row(New<ProjectId>());

    [Fact]
    public async Task Recording_99_downloads_of_one_row_costs_1_round_trip_and_at_most_200_writes()
    {
        // The first of the publisher's month in this program: one round trip and one unit more.
        await CostsAsync(2, 0, writes: 201, () => RecordAsync(Ledgers.Events(99)));
        await CostsAsync(1, 0, writes: 200, () => RecordAsync(Ledgers.Events(99)));
    }

    [Fact]
    public async Task The_longest_names_cost_no_more()
    {
        await CostsAsync(2, 0, writes: 201, () => Stores.Ledger.RecordAsync(
            new(_row with { Key = _row.Key with { Principal = PrincipalId.Parse(new string('#', 128)) } }, Ledgers.Events(99)), Ct));
    }

    [Fact]
    public async Task Recording_what_is_there_costs_reads_alone_where_that_is_likely()
    {
        var events = Ledgers.Events(99);
        await RecordAsync(events);
        await CostsAsync(1, reads: 99, 0, () => Stores.Ledger.RecordMissingAsync(new(_row, events), Ct));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public async Task Setting_a_limit_suspending_and_resuming_each_cost_1_read_and_8_writes_and_more_for_many_projects_alone(int projects)
    {
        var share = await PublishAsync(Many<ProjectId>(projects));
        var november = BillingPeriod.Parse("2026-11");
        var limit = new EgressLimit(new Core.ByteCount(1000), null, EgressLimitAction.SuspendDownloads);
        await CostsAsync(2, ReadsOf(projects), WritesOf(projects), () => Stores.Shares.ChangeLimitAsync(share.Id, null, AsAda, null, s => Task.FromResult<Result<Share>>(s.Limit(limit, default)), Ct));
        await CostsAsync(2, ReadsOf(projects), WritesOf(projects), () => Stores.Shares.SuspendDownloadsAsync(share.Id, limit, default, november, Core.Audit.Actor.System("billing"), Ct));
        await CostsAsync(2, ReadsOf(projects), WritesOf(projects), () => Stores.Shares.ResumeDownloadsAsync(share.Id, november.Next, Core.Audit.Actor.System("billing"), Ct));
    }

    [Fact]
    public async Task What_a_share_has_used_of_its_limit_costs_1_for_each_day_and_for_each_20_rows_whatever_others_have()
    {
        var (share, other, day) = (New<ShareId>(), New<ShareId>(), new DateOnly(2026, 12, 31));
        var publisher = await PublisherAsync();
        await RowsAsync(publisher, share, day, 100);
        await RowsAsync(publisher, other, day, 1000);
        await CostsAsync(31 + 1, reads: 31 + 1 + 5, 0, async () =>
            Assert.Equal(100, (await Uses.OfAsync(Share(publisher) with { Id = share }, new(day, new TimeOnly(12, 0), TimeSpan.Zero), null, Ct)).Bytes.Value));
    }

    [Fact]
    public async Task What_all_shares_of_a_publisher_have_used_costs_1_for_each_14_rows_however_many_they_are()
    {
        var (publisher, day) = (await PublisherAsync(), new DateOnly(2026, 12, 31));
        var shares = Many<ShareId>(20).Select(id => Share(publisher) with { Id = id }).ToList();
        foreach (var share in shares) await RowsAsync(publisher, share.Id, day, 70);
        await CostsAsync(1 + 1, reads: 1 + 100, 0, async () =>
            Assert.All((await Uses.OfManyAsync(shares, new(day, new TimeOnly(12, 0), TimeSpan.Zero), null, Ct)).Values, use => Assert.Equal(70, use.Bytes.Value)));
    }

    private EgressUseReader Uses => new(Stores.LedgerReader, new(Stores.Table));

    /// <summary>The share has the id of each project that it is for.</summary>
    private static decimal ReadsOf(int projects) => 1 + (projects / 200m);

    private static decimal WritesOf(int projects) => 8 + (projects / 30m);

    private Task RowsAsync(ProjectId publisher, ShareId share, DateOnly day, int count) => Stores.Table.PutManyAsync(
        Enumerable.Range(0, count).Select(n => EgressItem.KeyOf(publisher, new(day, share, default, New<ProjectId>(), PrincipalId.Parse($"user {n}"), TransferZone.Internet, AccessRoute.Credentials)).ToItem().With(EgressAmount.Served(1))), Ct);

    private Task<LedgerCounts> RecordAsync(IReadOnlyList<LedgerEvent> events) => Stores.Ledger.RecordAsync(new(_row, events), Ct);
}

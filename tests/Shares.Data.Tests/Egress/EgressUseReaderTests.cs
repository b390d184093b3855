using CsCheck;
using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Limits;
using Shares.Core.Egress.Statements;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Egress;
using Shares.Data.Items;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Egress;

/// <summary>The page asks for one share, Billing for all: whatever is in the ledger and whatever estimate there is, they are told the same.</summary>
public sealed class EgressUseReaderTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private const long Gigabyte = TransferTariff.BytesPerGigabyte;

    private static readonly PriceList Prices = new(
        "us-east-1", "2026-01-01",
        new(Currency.Usd, new ByteCount(100 * Gigabyte), [new(new ByteCount(200 * Gigabyte), 0.09m), new(null, 0.07m)]),
        new(Currency.Usd, default, [new(null, 0.02m)]));

    private static int _months;

    private readonly EgressUseReader _uses = new(fixture.Stores.LedgerReader, new(fixture.Stores.Table));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_share_or_many_the_use_and_the_step_of_the_limit_are_the_same()
    {
        var (steps, estimates) = (new HashSet<LimitCheck>(), new HashSet<(bool IsThere, bool KnowsLess)>());
        await Gen.Int.SampleAsync(async seed =>
        {
            var random = new Random(seed);
            // Each has a month of its own, and one moment of it: its first and last hour too.
            var month = BillingPeriod.Of(new DateOnly(2030, 1, 1).AddMonths(Interlocked.Increment(ref _months)));
            var now = random.Next(4) switch { 0 => month.Start, 1 => month.End.AddMinutes(-1), _ => month.Start.AddHours(random.Next(28 * 24)) };
            var shares = await LedgerAsync(random, now);
            var estimate = await EstimateAsync(random, month);

            var many = await _uses.OfManyAsync(shares, now, Prices, Ct);
            foreach (var share in shares)
            {
                var one = await _uses.OfAsync(share, now, Prices, Ct);
                Assert.Equal(many[share.Id], one);
                Assert.Equal(share.EgressLimit!.Check(many[share.Id]), share.EgressLimit!.Check(one));
                steps.Add(share.EgressLimit!.Check(one));
                estimates.Add((estimate is not null, estimate?.Of(TransferZone.Internet).SentByAccount() < one.Bytes));
            }
        }, iter: 60, threads: 1);
        // Or nothing was shown.
        Assert.Equal(3, steps.Count);
        Assert.Superset(new HashSet<(bool, bool)> { (false, false), (true, false), (true, true) }, estimates);
    }

    [Fact]
    public async Task What_storage_says_of_tomorrow_counts_since_its_clock_may_be_ahead_and_next_month_does_not()
    {
        var share = Limited(New<ProjectId>(), 100, 1);
        var now = new DateTimeOffset(2029, 5, 30, 23, 30, 0, TimeSpan.Zero);
        await AddAsync(share, new(2029, 5, 31), 7);
        await AddAsync(share, new(2029, 6, 1), 5);
        Assert.Equal((7, 7), (await BothAsync(now)));
        Assert.Equal((7, 7), (await BothAsync(now.AddDays(1))));
        Assert.Equal((5, 5), (await BothAsync(now.AddDays(2))));

        async Task<(long One, long Many)> BothAsync(DateTimeOffset at) =>
            ((await _uses.OfAsync(share, at, Prices, Ct)).Bytes.Value, (await _uses.OfManyAsync([share], at, Prices, Ct))[share.Id].Bytes.Value);
    }

    /// <summary>Shares of two publishers with rows of this month and of those beside it, some emptied by corrections, some of other shares.</summary>
    private async Task<List<Share>> LedgerAsync(Random random, DateTimeOffset now)
    {
        var publishers = Many<ProjectId>(2);
        List<Share> shares = [.. Enumerable.Range(0, 4).Select(n => Limited(publishers[n % 2], random.NextInt64(1, 800 * Gigabyte), Math.Max(0.01m, random.Next(4_000) / 100m)))];
        List<Share> all = [.. shares, Limited(publishers[0], 1, 1), Limited(New<ProjectId>(), 1, 1)];
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        for (var n = random.Next(25); n > 0; n--)
        {
            var day = today.AddDays(random.Next(4) == 0 ? random.Next(-40, 40) : random.Next(-5, 2));
            await AddAsync(all[random.Next(all.Count)], day, random.Next(8) == 0 ? 0 : random.NextInt64(150 * Gigabyte), random.Next(3) switch { 0 => TransferZone.SameRegion, 1 => TransferZone.CrossRegion, _ => TransferZone.Internet });
        }

        return shares;
    }

    private Task AddAsync(Share share, DateOnly day, long bytes, TransferZone zone = TransferZone.Internet) => fixture.Stores.Table.PutManyAsync(
        [EgressItem.KeyOf(share.PublisherId, new(day, share.Id, New<DatasetId>(), New<ProjectId>(), PrincipalId.Parse("ada"), zone, AccessRoute.Credentials)).ToItem().With(EgressAmount.Served(bytes))], Ct);

    /// <summary>None, or one of what the account had sent at some time.</summary>
    private async Task<Statement?> EstimateAsync(Random random, BillingPeriod month)
    {
        if (random.Next(3) == 0) return null;
        var totals = new MonthTotals();
        totals.Add(new UnattributedEntry(new(month.FirstDay, UnattributedReason.UnknownSession, TransferZone.Internet, ""), EgressAmount.Served(random.NextInt64(600) * Gigabyte)));
        var estimate = new Statement(
            month, 0, StatementStatus.Estimated, "making", month.Start, Prices.Version, Currency.Usd, [], MonthFigures.Estimate(totals, null, Prices).Zones,
            new(BillState.Missing, null, 0, 0, default, default), "", new(new("a", 0), new("b", 0), new("c", 0), null));
        await new StatementStore(fixture.Stores.Table).PutAsync(estimate, Ct);
        return estimate;
    }

    private static Share Limited(ProjectId publisher, long bytes, decimal cost) =>
        Samples.Share(publisher) with { EgressLimit = new(new ByteCount(bytes), cost, EgressLimitAction.SuspendDownloads) };
}

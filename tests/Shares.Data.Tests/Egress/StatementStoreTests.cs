using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Core.Ids;
using Shares.Data.Egress;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Egress;

public sealed class StatementStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private static int _months;

    private readonly StatementStore _statements = new(fixture.Stores.Table);

    /// <summary>Each test has a month of its own.</summary>
    private readonly BillingPeriod _period = BillingPeriod.Of(new DateOnly(2020, 12, 1).AddMonths(Interlocked.Increment(ref _months)));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_estimate_takes_the_place_of_an_older_one_and_of_no_newer()
    {
        Assert.True(await _statements.PutAsync(Of(0, at: 2), Ct));
        Assert.False(await _statements.PutAsync(Of(0, at: 1), Ct));
        Assert.False(await _statements.PutAsync(Of(0, at: 2), Ct));
        Assert.True(await _statements.PutAsync(Of(0, at: 3), Ct));
        Assert.Equal(Now.AddMinutes(3), (await _statements.LatestAsync(_period, Ct))!.MadeAt);
    }

    [Fact]
    public async Task A_final_version_is_written_once_and_only_as_the_next()
    {
        Assert.False(await _statements.PutAsync(Of(2), Ct));
        Assert.True(await _statements.PutAsync(Of(1), Ct));
        Assert.False(await _statements.PutAsync(Of(1, at: 9), Ct));
        Assert.False(await _statements.PutAsync(Of(3), Ct));
        Assert.True(await _statements.PutAsync(Of(2), Ct));
        Assert.Equal(2, (await _statements.LatestAsync(_period, Ct))!.Version);
        Assert.Equal(Now, (await _statements.FindAsync(_period, 1, Ct))!.MadeAt);
    }

    [Fact]
    public async Task Of_many_who_close_a_month_at_once_one_does()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => _statements.PutAsync(Of(1) with { Making = $"{n}" }, Ct)));
        Assert.Single(written, won => won);
        Assert.Equal($"{Array.IndexOf(written, true)}", (await _statements.LatestAsync(_period, Ct))!.Making);
    }

    [Fact]
    public async Task An_estimate_that_comes_late_does_not_open_a_closed_month_again()
    {
        await _statements.PutAsync(Of(1), Ct);
        await _statements.PutAsync(Of(0, at: 5), Ct);
        Assert.Equal(StatementStatus.Final, (await _statements.LatestAsync(_period, Ct))!.Status);
        Assert.Equal(1, (await _statements.ListAsync(Ct)).Single(statement => statement.Period == _period).Version);
    }

    [Fact]
    public async Task A_month_without_a_statement_has_none() => Assert.Null(await _statements.LatestAsync(_period, Ct));

    [Fact]
    public async Task Costs_are_those_of_the_statement_and_not_of_who_made_another_one()
    {
        var (one, other) = (New<ProjectId>(), New<ProjectId>());
        await _statements.PutCostsAsync(_period, "first", [Cost(one, 1m), Cost(other, 2m), Cost(one, 3m, TransferZone.CrossRegion)], Ct);
        await _statements.PutCostsAsync(_period, "late", [Cost(one, 9m)], Ct);
        var statement = Of(1) with { Making = "first" };
        Assert.Equal([3m, 1m], (await _statements.CostsOfAsync(statement, one, Ct)).Select(cost => cost.Cost.Amount));
        Assert.Equal(6m, (await _statements.ReadCostsAsync(statement, Ct).ToListAsync(Ct)).Sum(cost => cost.Cost.Amount));
    }

    [Fact]
    public async Task Months_are_listed_in_their_order_over_the_years_end()
    {
        var months = new[] { _period.Next, _period }.Select(period => BillingPeriod.Of(period.FirstDay.AddYears(100))).ToList();
        foreach (var month in months) await _statements.PutAsync(Of(0) with { Period = month }, Ct);
        Assert.Equal(months.Order(), (await _statements.ListAsync(Ct)).Select(statement => statement.Period).Where(months.Contains));
    }

    private static PublisherCost Cost(ProjectId publisher, decimal amount, TransferZone zone = TransferZone.Internet) =>
        new(publisher, zone, new ByteCount(1), new(amount, Currency.Usd));

    private Statement Of(int version, int at = 0) => new(
        _period, version, version == 0 ? StatementStatus.Estimated : StatementStatus.Final, "making", Now.AddMinutes(at), "2026-01-01", Currency.Usd, [], [],
        new(BillState.Missing, null, 0, 0, default, default), "digest", new(new("a", 1), new("b", 2), new("c", 3), new("d", 4)));
}

using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Core.Ids;
using Shares.Data.Egress;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Api.Tests.Running;

/// <summary>What the ledger and the statements have of months, as Egress and Billing would have written it.</summary>
internal sealed class Months(ApiFixture api)
{
    public const long Gigabyte = TransferTariff.BytesPerGigabyte;

    public Task AddAsync(ProjectId publisher, DateOnly day, ShareId share, long bytes, EgressKey like = default) => api.Get<Table>().PutManyAsync(
        [EgressItem.KeyOf(publisher, like with { Day = day, Share = share, Subscriber = like.Subscriber == default ? api.World.Subscriber : like.Subscriber, Principal = PrincipalId.Parse(like.Principal.ToString() is { Length: > 0 } name ? name : "ada") }).ToItem().With(EgressAmount.Served(bytes))],
        default);

    /// <summary>An estimate at this rate for a GB that goes to the Internet, and a quarter of it to other Regions; of an account that sends far more than any share.</summary>
    public Task EstimateAsync(BillingPeriod month, decimal rate) => PutAsync(Statement(month, 0, StatementStatus.Estimated, rate));

    /// <summary>A closed month in which the publisher's bytes to the Internet cost so much.</summary>
    public async Task CloseAsync(BillingPeriod month, ProjectId publisher, long bytes, decimal cost)
    {
        var statement = Statement(month, 1, StatementStatus.Final, 0);
        await api.Get<StatementStore>().PutCostsAsync(month, statement.Making, [new(publisher, TransferZone.Internet, new ByteCount(bytes), new(cost, Currency.Usd))], default);
        await PutAsync(statement);
    }

    private async Task PutAsync(Statement statement) => Assert.True(await api.Get<StatementStore>().PutAsync(statement, default));

    private Statement Statement(BillingPeriod month, int version, StatementStatus status, decimal rate)
    {
        Money Usd(decimal amount) => new(amount, Currency.Usd);
        var zones = Enum.GetValues<TransferZone>().Select(zone => new ZoneTotal(
            zone, default, default, status == StatementStatus.Estimated ? new ByteCount(1L << 50) : default, Usd(zone == TransferZone.Internet ? rate : zone == TransferZone.CrossRegion ? rate / 4 : 0), Usd(0), Usd(0)));
        return new(
            month, version, status, $"made {version}", api.Time.GetUtcNow(), "2026-01-01", Currency.Usd, [], [.. zones],
            new(BillState.Missing, null, 0, 0, default, default), "", new(new("a", 0), new("b", 0), new("c", 0), new("d", 0)));
    }
}

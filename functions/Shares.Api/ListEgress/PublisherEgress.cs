using Shares.Api.PreviewShare;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Grouping;
using Shares.Core.Egress.Limits;
using Shares.Core.Egress.Statements;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Data.Egress;

namespace Shares.Api.ListEgress;

/// <summary>What the shares of a project sent, summed up.</summary>
/// <param name="Months">All that the days asked for touch, with the statement that costs were taken from; null: none was made yet.</param>
internal sealed record PublisherEgress(
    IReadOnlyDictionary<EgressGroup, EgressSum> Groups, EgressSum Total, Currency Currency, IReadOnlyList<(BillingPeriod Month, Statement? Statement)> Months);

/// <summary>Reads the ledger of one publisher, and what its rows cost by the statements of their months.</summary>
internal sealed class EgressSummary(LedgerReader ledger, StatementStore statements, EgressPrices prices)
{
    public const int MostGroups = 10_000;

    /// <summary>Some 50 MB of the table, which are read in some seconds.</summary>
    public const int MostRows = 200_000;

    private static readonly Failure TooManyGroups = Failure.Invalid("groupBy", $"gives more than {MostGroups} groups; ask for fewer days, or by less");
    private static readonly Failure TooManyRows = Failure.Invalid("from", $"these days have more than {MostRows} entries; ask for fewer");
    private static readonly Failure Currencies = Failure.Invalid("from", "these days are billed in several currencies; ask for their months apart");

    /// <returns>VALIDATION_FAILED when that is too much for one answer.</returns>
    public async Task<Result<PublisherEgress>> ReadAsync(ProjectId publisher, EgressQuery query, CancellationToken ct)
    {
        var groups = new EgressGroups(query.By.ToHashSet(), MostGroups);
        var months = new List<(BillingPeriod Month, Statement? Statement)>();
        var rows = 0;
        foreach (var month in query.Months)
        {
            var statement = await statements.LatestAsync(month, ct);
            months.Add((month, statement));
            var isFinal = statement is { Status: StatementStatus.Final };
            var pricing = await PricingAsync(publisher, statement, ct);
            // Parts of a whole are given out from the first row of the month on, asked for or not.
            var first = isFinal || month.FirstDay > query.From ? month.FirstDay : query.From;
            var last = query.To < month.EndDay ? query.To : month.EndDay.AddDays(-1);
            await foreach (var entry in ledger.ReadAsync(publisher, first, last, ct))
            {
                if (++rows > MostRows) return TooManyRows;
                var cost = pricing?.CostOf(entry).Amount;
                if (entry.Key.Day >= query.From && !groups.TryAdd(entry, cost, isFinal)) return TooManyGroups;
            }
        }

        var currencies = months.Select(month => month.Statement?.Currency).OfType<Currency>().Distinct().ToList();
        if (currencies.Count > 1) return Currencies;
        var currency = currencies.Count == 1 ? currencies[0] : prices.Current?.Currency ?? EgressLimit.Currency;
        var total = groups.Total with { IsFinal = months.TrueForAll(month => month.Statement is { Status: StatementStatus.Final }) };
        return new PublisherEgress(groups.Sums, total, currency, months);
    }

    /// <summary>Null when nothing says yet what the month costs.</summary>
    private async Task<RowPricing?> PricingAsync(ProjectId publisher, Statement? statement, CancellationToken ct)
    {
        if (statement is null || prices.Current is not { } list) return null;
        var costs = statement.Status == StatementStatus.Final ? await statements.CostsOfAsync(statement, publisher, ct) : [];
        return new(statement, costs, list);
    }
}

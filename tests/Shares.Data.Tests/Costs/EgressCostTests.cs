using Shares.Core.Egress.Ledger;
using Shares.Core.Ids;
using Shares.Data.Egress;
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
            new(_row with { Key = _row.Key with { Principal = Core.Egress.PrincipalId.Parse(new string('#', 128)) } }, Ledgers.Events(99)), Ct));
    }

    [Fact]
    public async Task Recording_what_is_there_costs_reads_alone_where_that_is_likely()
    {
        var events = Ledgers.Events(99);
        await RecordAsync(events);
        await CostsAsync(1, reads: 99, 0, () => Stores.Ledger.RecordMissingAsync(new(_row, events), Ct));
    }

    private Task<LedgerCounts> RecordAsync(IReadOnlyList<LedgerEvent> events) => Stores.Ledger.RecordAsync(new(_row, events), Ct);
}

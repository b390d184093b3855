using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Statements;
using Shares.Core.Ids;
using Shares.Data.Egress;

namespace Shares.Billing.Tests.World;

/// <summary>Puts downloads into the ledger, and sums it up.</summary>
internal static class Downloads
{
    private static int _requests;

    public static ProjectId Publisher(int number) => ProjectId.From(new Guid($"0197a000-0000-7000-8000-{number:x12}"));

    public static ShareId Share(int number) => ShareId.From(new Guid($"0197b000-0000-7000-8000-{number:x12}"));

    public static async Task DownloadAsync(
        this Office office, ProjectId publisher, DateOnly day, long bytes, int share = 1, int dataset = 1, TransferZone zone = TransferZone.Internet, AccessRoute route = AccessRoute.PresignedUrl)
    {
        var key = new EgressKey(
            day, Share(share), DatasetId.From(new Guid($"0197c000-0000-7000-8000-{dataset:x12}")), Publisher(99), PrincipalId.Parse($"person-{dataset % 3}#%"), zone, route);
        var request = new LedgerEvent($"request-{Interlocked.Increment(ref _requests)}", new(true, false, default), EgressAmount.Served(bytes));
        await office.Of<LedgerStore>().RecordAsync(new LedgerGroup(new LedgerRow.Attributed(publisher, key), [request]), TestContext.Current.CancellationToken);
    }

    public static async Task DownloadByNobodyAsync(this Office office, DateOnly day, long bytes)
    {
        var request = new LedgerEvent($"request-{Interlocked.Increment(ref _requests)}", new(false, false, default), EgressAmount.Served(bytes));
        var row = new LedgerRow.Unattributed(new(day, UnattributedReason.UnknownSession, TransferZone.Internet, "somebody"));
        await office.Of<LedgerStore>().RecordAsync(new LedgerGroup(row, [request]), TestContext.Current.CancellationToken);
    }

    /// <summary>All amounts of the month: of publishers, and of nobody.</summary>
    public static async Task<(EgressAmount Attributed, EgressAmount Unattributed)> SumAsync(this Office office, BillingPeriod period)
    {
        var (ledger, sum) = (office.Of<LedgerReader>(), default(EgressAmount));
        foreach (var publisher in await ledger.PublishersAsync(period, default))
            sum += (await ledger.ReadAsync(publisher, period.FirstDay, period.EndDay.AddDays(-1), default).ToListAsync()).Aggregate(default(EgressAmount), (all, entry) => all + entry.Amount);
        return (sum, (await ledger.ReadUnattributedAsync(period, default).ToListAsync()).Aggregate(default(EgressAmount), (all, entry) => all + entry.Amount));
    }

    public static void Bill(this Office office, BillingPeriod period, bool isEstimated, params (decimal Cost, long Bytes)[] lines) => office.Aws.Bills[period] = new(
        period, isEstimated, default,
        [.. lines.Select((line, n) => new BillLine($"{(char)('A' + n)}-DataTransfer-Out-Bytes", TransferZone.Internet, new Core.ByteCount(line.Bytes), new(line.Cost, Currency.Usd)))]);
}

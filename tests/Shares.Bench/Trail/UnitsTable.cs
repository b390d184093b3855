using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Shares.Bench.Tables;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Ids;
using Shares.Data.Egress;
using Shares.Data.Items;
using Shares.Testing.DynamoDb;
using Spectre.Console;
using Table = Shares.Data.Store.Table;

namespace Shares.Bench.Trail;

/// <summary>What the ledger takes of the store.</summary>
/// <param name="UnitsOfRecord">Write units, in deliveries of <see cref="MonthTable.RecordsOfDelivery"/>.</param>
/// <param name="MarkerBytes">That stay for each.</param>
internal sealed record LedgerCost(decimal UnitsOfRecord, int MarkerBytes);

/// <summary>Write units for a GB that somebody downloads in parts of 8 MB, by how many of its requests come at once. Units do not depend on the machine.</summary>
internal static class UnitsTable
{
    private const int PartsOfGigabyte = (int)(TransferTariff.BytesPerGigabyte / TrailBatch.BytesOfPart);

    public static async Task<LedgerCost> PrintAsync()
    {
        await using var store = await TestTable.CreateAsync();
        using var meter = new MeteredDynamoDb(store.Endpoint, TimeSpan.FromMinutes(2));
        var ledger = new LedgerStore(new Table(meter.Client, store.Name, TimeProvider.System), TimeProvider.System);
        var table = Report.NewTable("requests of the row in one delivery", "write units a GB", "write units a request", "% of what the GB costs at list price");
        foreach (var together in (int[])[1, 4, 10, 32, PartsOfGigabyte])
        {
            var row = Row(together);
            // The first of a month is entered in its index, once.
            await ledger.RecordAsync(new(row, Requests(1, $"first-{together}")), default);
            meter.Reset();
            foreach (var delivery in Requests(PartsOfGigabyte, $"of-{together}").Chunk(together)) await ledger.RecordAsync(new(row, delivery), default);
            var units = meter.WriteUnits;
            table.AddRow(
                Whole(together), Whole(units), Two(units / PartsOfGigabyte),
                Two(100 * units / 1_000_000 * MonthTable.MillionWriteUnits / MonthTable.Prices.InternetEgress.Tiers[0].PerGigabyte));
        }

        Report.Print(table);
        meter.Reset();
        var attributed = TrailReaders.Groups(TrailBatch.Of(MonthTable.RecordsOfDelivery, seed: 7));
        foreach (var group in attributed) await ledger.RecordAsync(group, default);
        return new(meter.WriteUnits / MonthTable.RecordsOfDelivery, MarkerBytes(attributed[0]));
    }

    private static LedgerRow.Attributed Row(int number) => new(
        ProjectId.From(new Guid($"0197a000-0000-7000-8000-{number:x12}")),
        new(new(2026, 11, 22), TrailBatch.Publishers.Keys.First(), DatasetId.From(new Guid("0197c000-0000-7000-8000-000000000001")),
            ProjectId.From(new Guid("0197d000-0000-7000-8000-000000000001")), PrincipalId.Parse("lab-member"), TransferZone.Internet, AccessRoute.PresignedUrl));

    private static IReadOnlyList<LedgerEvent> Requests(int count, string name) =>
        [.. Enumerable.Range(0, count).Select(n => new LedgerEvent($"{name}-{n:0000000}", new(true, false, default), EgressAmount.Served(TrailBatch.BytesOfPart)))];

    /// <summary>Names and values, and the 100 bytes that DynamoDB adds to each item for what it keeps in store.</summary>
    private static int MarkerBytes(LedgerGroup group)
    {
        static int SizeOf(AttributeValue value) => value.S?.Length ?? (value.N.Length / 2) + 2;
        var item = EventMarkerItem.ToItem(new(group.Events[0].Request, group.Events[0].Rank, group.Row, group.Events[0].Amount), TrailBatch.ReceivedAt);
        return 100 + item.Sum(attribute => attribute.Key.Length + SizeOf(attribute.Value));
    }

    private static string Whole(decimal value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Two(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}

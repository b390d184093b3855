using System.Globalization;
using Shares.Bench.Tables;
using Shares.Core;
using Shares.Core.Egress.Costs;
using Spectre.Console;

namespace Shares.Bench.Trail;

/// <summary>A month of 100 million downloads of 8 MB, on paper: what it costs to know whose they were, against what AWS asks for them.</summary>
internal static class MonthTable
{
    /// <summary>Assumed: CloudTrail delivers every few seconds, what a busy system has by then.</summary>
    public const int RecordsOfDelivery = 500;

    // Dollars in us-east-1, November 2026, without what is free.

    /// <summary>aws.amazon.com/dynamodb/pricing/on-demand.</summary>
    public const decimal MillionWriteUnits = 0.625m;
    private const decimal MillionReadUnits = 0.125m;
    private const decimal StoredGigabyteMonth = 0.25m;

    /// <summary>aws.amazon.com/lambda/pricing, x86.</summary>
    private const decimal GigabyteSecond = 0.0000166667m;
    private const decimal MillionInvocations = 0.20m;

    /// <summary>aws.amazon.com/cloudtrail/pricing: data events.</summary>
    private const decimal MillionTrailRecords = 1.00m;

    /// <summary>aws.amazon.com/cloudwatch/pricing: logs, taken in.</summary>
    private const decimal LoggedGigabyte = 0.50m;

    private const long Records = 100_000_000;

    /// <summary>The function's, in template.yaml; a whole core comes with 1,769 (docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html).</summary>
    private const decimal MemoryMegabytes = 512;
    private const decimal MegabytesOfCore = 1769;

    /// <summary>Assumed, of a transaction; there are as many as rows in a delivery, eight of them at once.</summary>
    private const decimal StoreSeconds = 0.015m;

    public static readonly PriceList Prices = PriceList.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "infra/prices/us-east-1.json")));

    /// <param name="cpu">Seconds that a record takes of one core, the requests to the store included.</param>
    public static void Print(double cpu, LedgerCost ledger)
    {
        var delivery = TrailBatch.Of(RecordsOfDelivery, seed: 7);
        decimal deliveries = Records / RecordsOfDelivery;
        var waiting = deliveries * TrailReaders.Groups(delivery).Count / 8 * StoreSeconds;
        var running = (Records * (decimal)cpu * MegabytesOfCore / MemoryMegabytes) + waiting;
        var logged = (decimal)delivery.UnpackedBytes / RecordsOfDelivery * Records / (1L << 30);
        var stored = (decimal)ledger.MarkerBytes * Records / (1L << 30) * 40 / 30;
        var egress = Prices.InternetEgress.CostOf(new ByteCount(TrailBatch.BytesOfPart * Records)).Amount;

        var (table, total) = (Report.NewTable("a month of 100 million downloads of 8 MB", "takes", "dollars"), 0m);
        Add("records of the trail", $"{Whole(Records)}", Records / 1e6m * MillionTrailRecords);
        Add("log group, taken in", $"{Whole(logged)} GB", logged * LoggedGigabyte);
        Add($"function, {deliveries:#,##0} deliveries of {RecordsOfDelivery}", $"{Whole(running / 3600)} h", (running * MemoryMegabytes / 1024 * GigabyteSecond) + (deliveries / 1e6m * MillionInvocations));
        Add("ledger, writes", $"{Whole(ledger.UnitsOfRecord * Records / 1e6m)} million units", ledger.UnitsOfRecord * Records / 1e6m * MillionWriteUnits);
        Add("ledger, markers kept for 40 days", $"{Whole(stored)} GB", stored * StoredGigabyteMonth);
        Add("looking each up once more, in the trail's files", $"{Whole(Records / 1e6m)} million units", Records / 1e6m * MillionReadUnits);
        table.AddRow("together", "", Whole(total));
        table.AddRow("what AWS asks for the downloads themselves", $"{Whole(TrailBatch.BytesOfPart * (Records / (decimal)(1L << 30)))} GB", Whole(egress));
        table.AddRow("together, in % of that", "", (100 * total / egress).ToString("0.00", CultureInfo.InvariantCulture));
        Report.Print(table);

        void Add(string what, string takes, decimal dollars)
        {
            total += dollars;
            table.AddRow(what, takes, Whole(dollars));
        }
    }

    private static string Whole(decimal value) => value.ToString("#,##0", CultureInfo.InvariantCulture);
}

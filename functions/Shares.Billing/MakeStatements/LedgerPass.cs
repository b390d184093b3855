using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Data.Egress;

namespace Shares.Billing.MakeStatements;

/// <summary>A month's ledger, added up.</summary>
/// <param name="Digest">SHA-256 of all of it, in hex.</param>
public sealed record MonthLedger(MonthTotals Totals, string Digest);

/// <summary>Reads the ledger of a month once, from its first row to its last. Memory does not depend on the number of rows.</summary>
public sealed class LedgerPass(LedgerReader ledger)
{
    private const int BufferedBytes = 1 << 16;

    /// <param name="snapshot">Gets every row of a publisher; null: nobody needs them.</param>
    public async Task<MonthLedger> ReadAsync(BillingPeriod period, SnapshotFile? snapshot, CancellationToken ct)
    {
        var (totals, lines) = (new MonthTotals(), new ArrayBufferWriter<byte>(BufferedBytes * 2));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = snapshot?.OpenWrite();
        foreach (var publisher in await ledger.PublishersAsync(period, ct))
        {
            await foreach (var entry in ledger.ReadAsync(publisher, period.FirstDay, period.EndDay.AddDays(-1), ct))
            {
                totals.Add(publisher, entry);
                using (var json = new Utf8JsonWriter(lines)) JsonSerializer.Serialize(json, SnapshotLine.Of(publisher, entry), SnapshotJson.Default.SnapshotLine);
                lines.Write("\n"u8);
                if (lines.WrittenCount >= BufferedBytes) await FlushAsync();
            }
        }

        await FlushAsync();
        await foreach (var entry in ledger.ReadUnattributedAsync(period, ct))
        {
            totals.Add(entry);
            hash.AppendData(Encoding.UTF8.GetBytes($"{entry}\n"));
        }

        return new(totals, Convert.ToHexStringLower(hash.GetHashAndReset()));

        async Task FlushAsync()
        {
            hash.AppendData(lines.WrittenSpan);
            if (file is not null) await file.WriteAsync(lines.WrittenMemory, ct);
            lines.ResetWrittenCount();
        }
    }
}

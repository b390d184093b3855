using System.Globalization;
using System.IO.Compression;
using Shares.Aws.Objects;
using Shares.Core.Egress.Attributing;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Trail;
using Shares.Data.Egress;

namespace Shares.Billing.RescanTrail;

/// <summary>The trail's files, as CloudTrail puts them: <c>AWSLogs/{account}/CloudTrail/{region}/{yyyy}/{MM}/{dd}/…json.gz</c>.</summary>
public sealed class TrailFiles(BillingSettings settings, ObjectLister lister, ObjectReader reader, EgressRecorder recorder, TimeProvider time)
{
    /// <summary>Records that are in memory at a time, however many a file has.</summary>
    private const int RecordsAtOnce = 10_000;

    /// <summary>Names of the files of a day, in the order of storage.</summary>
    public IAsyncEnumerable<string> ListAsync(DateOnly day, CancellationToken ct) =>
        lister.ListAsync(settings.TrailBucket, PrefixOf(day), null, ct).Select(file => file.Path).Where(name => name.EndsWith(".json.gz", StringComparison.Ordinal));

    /// <summary>Records what a file has and the ledger has not. What is no record, or breaks off, is recorded as that.</summary>
    /// <returns>What was recorded, and how many records the file has.</returns>
    /// <exception cref="JobFailedException">The file could not be had in whole. Nothing is lost: it stays to be read.</exception>
    public async Task<(LedgerCounts Counts, int Records)> RecordAsync(DateOnly day, string name, TrailAttributor attributor, CancellationToken ct)
    {
        using var packed = await DownloadAsync(PrefixOf(day) + name, ct);
        await using var json = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
        var (file, counts, records) = (new TrailFileReader(json), default(LedgerCounts), 0);
        for (var isAtEnd = false; !isAtEnd;)
        {
            var batch = new EgressBatch(attributor, time.GetUtcNow());
            isAtEnd = !TryFill(batch, file);
            if (isAtEnd && file.IsBroken) batch.AddBroken(packed.ToArray());
            records += batch.Records;
            if (batch.Records > 0) counts += await recorder.RecordAsync(batch, isRescan: true, ct);
        }

        return (counts, records);
    }

    private static bool TryFill(EgressBatch batch, TrailFileReader file)
    {
        while (batch.Records < RecordsAtOnce)
        {
            if (!file.TryRead(out var record)) return false;
            batch.Add(record);
        }

        return true;
    }

    /// <summary>Packed it is small, and so a connection that breaks off is told from a file that does.</summary>
    private async Task<MemoryStream> DownloadAsync(string key, CancellationToken ct)
    {
        using var found = (await reader.OpenAsync(settings.TrailBucket, key, ct)).OrFail() ?? throw new JobFailedException($"{key} is gone.");
        var packed = new MemoryStream();
        try
        {
            await found.Body.CopyToAsync(packed, ct);
        }
        catch (IOException e)
        {
            throw new JobFailedException($"{key} broke off: {e.Message}.");
        }

        packed.Position = 0;
        return packed;
    }

    private string PrefixOf(DateOnly day) => string.Create(
        CultureInfo.InvariantCulture, $"AWSLogs/{settings.Attribution.AccountId}/CloudTrail/{settings.Attribution.Region}/{day:yyyy/MM/dd}/");
}

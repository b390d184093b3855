using System.IO.Compression;
using System.Text;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Trail;

namespace Shares.Egress.RecordDelivery;

public static class DeliveryReader
{
    /// <summary>Adds the records of a delivery to a batch. Where it breaks off, what came before counts, and that it is broken is noted there too.</summary>
    /// <returns>False when it is broken.</returns>
    public static bool TryRead(PackedLogs logs, EgressBatch batch)
    {
        ArgumentNullException.ThrowIfNull(logs);
        ArgumentNullException.ThrowIfNull(batch);
        var packed = new byte[(logs.Data.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(logs.Data, packed, out var length))
        {
            batch.AddBroken(Encoding.UTF8.GetBytes(logs.Data));
            return false;
        }

        using var json = new GZipStream(new MemoryStream(packed, 0, length), CompressionMode.Decompress);
        var reader = new SubscriptionReader(json);
        while (reader.TryRead(out var record)) batch.Add(record);
        if (reader.IsBroken) batch.AddBroken(packed.AsSpan(0, length));
        return !reader.IsBroken;
    }
}

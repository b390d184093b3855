using System.IO.Compression;
using System.Text.Json;
using Shares.Core.Egress;
using Shares.Core.Egress.Attributing;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Zones;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Egress.RecordDelivery;

namespace Shares.Bench.Trail;

/// <summary>From the base64 of a delivery to what each row grows by; each request once.</summary>
internal static class TrailReaders
{
    /// <summary>As one process of the function does it, again and again.</summary>
    public static Func<TrailBatch, TrailTotals> Ours()
    {
        var attributor = new TrailAttributor(TrailBatch.Context, TrailBatch.Ranges);
        return work => TrailTotals.Of(Groups(work, attributor).Select(group => group.Events.Aggregate(default(EgressAmount), (sum, added) => sum + added.Amount)));
    }

    public static IReadOnlyList<LedgerGroup> Groups(TrailBatch work) => Groups(work, new TrailAttributor(TrailBatch.Context, TrailBatch.Ranges));

    /// <summary>The part of it that gzip takes.</summary>
    public static TrailTotals Unpack(TrailBatch work)
    {
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(work.Data)), CompressionMode.Decompress);
        gzip.CopyTo(Stream.Null);
        return new(0, 0, 0);
    }

    /// <summary>As one would write it first: documents, strings and dictionaries. It trusts every record to be as it should.</summary>
    public static TrailTotals Plain(TrailBatch work)
    {
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(work.Data)), CompressionMode.Decompress);
        using var delivery = JsonDocument.Parse(gzip);
        var (seen, rows) = (new HashSet<string>(), new Dictionary<EgressKey, EgressAmount>());
        foreach (var entry in delivery.RootElement.GetProperty("logEvents").EnumerateArray())
        {
            using var record = JsonDocument.Parse(entry.GetProperty("message").GetString()!);
            if (!seen.Add(record.RootElement.GetProperty("requestID").GetString()!)) continue;
            var key = KeyOf(record.RootElement);
            var bytes = record.RootElement.GetProperty("additionalEventData").GetProperty("bytesTransferredOut").GetInt64();
            var amount = record.RootElement.TryGetProperty("errorCode", out _) ? EgressAmount.Refused(bytes) : EgressAmount.Served(bytes);
            rows[key] = rows.GetValueOrDefault(key) + amount;
        }

        return TrailTotals.Of(rows.Values);
    }

    private static IReadOnlyList<LedgerGroup> Groups(TrailBatch work, TrailAttributor attributor)
    {
        var batch = new EgressBatch(attributor, TrailBatch.ReceivedAt);
        if (!DeliveryReader.TryRead(new PackedLogs(work.Data), batch)) throw new InvalidDataException("The batch is broken.");
        return batch.Group(TrailBatch.Publishers);
    }

    private static EgressKey KeyOf(JsonElement record)
    {
        string Text(JsonElement part, string name) => part.GetProperty(name).GetString()!;
        var accessPoint = record.GetProperty("resources").EnumerateArray().First(resource => Text(resource, "type") == "AWS::S3::AccessPoint");
        var name = AccessPointName.Parse(Text(accessPoint, "ARN").Split('/')[1]);
        var identity = record.GetProperty("userIdentity");
        _ = UuidId.TryParseHex<ProjectId>(Text(identity, "arn").Split('/')[^1].Split('.')[0], out var subscriber);
        var isPresigned = Text(record.GetProperty("additionalEventData"), "AuthenticationMethod") == "QueryString";
        return new(
            DateOnly.FromDateTime(record.GetProperty("eventTime").GetDateTimeOffset().UtcDateTime),
            name.ShareId,
            UuidId.Parse<DatasetId>(Text(record.GetProperty("requestParameters"), "key").Split('/')[1]),
            subscriber,
            PrincipalId.Parse(Text(identity.GetProperty("sessionContext"), "sourceIdentity")),
            new TransferZones(TrailBatch.Context.Region, TrailBatch.Ranges).Of(Text(record, "sourceIPAddress"), record.TryGetProperty("vpcEndpointId", out _)),
            isPresigned ? AccessRoute.PresignedUrl : AccessRoute.Credentials);
    }
}

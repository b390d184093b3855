using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Local.Events;
using Shares.Local.Identity;

namespace Shares.Local.Trail;

/// <summary>Wakes a function with the events of a log group, in batches, as CloudWatch Logs does.</summary>
/// <param name="function">Logical id.</param>
public sealed class LogSubscription(string logGroup, string function, AsyncInvoker functions)
{
    /// <summary>Packed, these are far below what an invocation takes.</summary>
    private const int BatchSize = 500;

    /// <summary>Quotes within quotes as AWS writes them, not as numbers.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private long _lastId;

    /// <summary>Completes when the function has them all, or was tried often enough.</summary>
    public Task DeliverAsync(IEnumerable<TrailEntry> entries) =>
        Task.WhenAll(entries.Chunk(BatchSize).Select(batch => functions.InvokeAsync(function, Payload(batch), "log events")));

    private byte[] Payload(TrailEntry[] batch)
    {
        var message = new JsonObject
        {
            ["messageType"] = "DATA_MESSAGE",
            ["owner"] = LocalAccount.Id,
            ["logGroup"] = logGroup,
            ["logStream"] = $"{LocalAccount.Id}_CloudTrail_{LocalAccount.Region}",
            ["subscriptionFilters"] = new JsonArray(function),
            ["logEvents"] = new JsonArray([.. batch.Select(entry => new JsonObject
            {
                ["id"] = Interlocked.Increment(ref _lastId).ToString("d56", CultureInfo.InvariantCulture),
                ["timestamp"] = entry.Time.ToUnixTimeMilliseconds(),
                ["message"] = entry.Record,
            })]),
        };
        var data = Convert.ToBase64String(Gzip(message.ToJsonString(Plain)));
        return Encoding.UTF8.GetBytes(new JsonObject { ["awslogs"] = new JsonObject { ["data"] = data } }.ToJsonString(Plain));
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shares.Testing.Trail;

/// <summary>How records of the trail come: as a batch of a log group's subscription, and as a file in a bucket.</summary>
public static class TrailDelivery
{
    /// <summary>Quotes within quotes as AWS writes them, not as numbers.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="messages">The text of one record each, or what else there is in a log.</param>
    public static string Subscription(IEnumerable<string> messages, string type = "DATA_MESSAGE") => new JsonObject
    {
        ["messageType"] = type,
        ["owner"] = TrailRecord.AccountId,
        ["logGroup"] = "shares-trail",
        ["logStream"] = "111122223333_CloudTrail_us-east-1",
        ["subscriptionFilters"] = new JsonArray("egress"),
        ["logEvents"] = new JsonArray([.. messages.Select((message, place) =>
            new JsonObject { ["id"] = $"{place:d56}", ["timestamp"] = 1795305660000, ["message"] = message })]),
    }.ToJsonString(Plain);

    public static string File(IEnumerable<string> records) => $$"""{"Records":[{{string.Join(',', records)}}]}""";

    public static byte[] Pack(string json)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(json));
        return packed.ToArray();
    }

    /// <summary>The event that the function is woken with.</summary>
    public static string Event(byte[] packed) => $$$"""{"awslogs":{"data":"{{{Convert.ToBase64String(packed)}}}"}}""";
}

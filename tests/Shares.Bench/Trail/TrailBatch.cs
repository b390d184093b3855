using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shares.Core.Egress;
using Shares.Core.Egress.Attributing;
using Shares.Core.Egress.Zones;
using Shares.Core.Ids;
using Shares.Testing.Trail;

namespace Shares.Bench.Trail;

/// <summary>
/// A delivery as a busy hour brings it: 40 people of 10 projects read 60 datasets of 20 shares in parts of 8 MB, each of them a request of its own; one
/// record in 100 is a refusal.
/// </summary>
internal sealed record TrailBatch(int Records, string Data, int PackedBytes, int UnpackedBytes)
{
    public const long BytesOfPart = 8 << 20;

    private const int People = 40;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Now, since a program that is measured has its own clock.</summary>
    public static DateTimeOffset ReceivedAt { get; } = TimeProvider.System.GetUtcNow();

    public static AttributionContext Context { get; } =
        new("aws", TrailRecord.Region, TrailRecord.AccountId, TrailRecord.PipelineRole, TrailRecord.DownloadRole);

    /// <summary>As many as AWS publishes, of which none holds the addresses of the people.</summary>
    public static IpRanges Ranges { get; } = new([.. Enumerable.Range(0, 10_000).Select(n =>
        IpRange.TryParse($"{3 + (n / 2_560)}.{n / 10 % 256}.{n % 10 * 16}.0/24", n % 3 == 0 ? "us-east-1" : "eu-west-1", out var range) ? range : throw new FormatException())]);

    public static IReadOnlyDictionary<ShareId, ProjectId> Publishers { get; } =
        Enumerable.Range(0, 20).ToDictionary(n => ShareId.From(Id(0xb, n)), n => ProjectId.From(Id(0xa, n % 4)));

    /// <param name="seed">Other requests with another one.</param>
    public static TrailBatch Of(int records, int seed = 1)
    {
        var random = new Random(seed);
        var json = TrailDelivery.Subscription(Enumerable.Range(0, records).Select(n => Record(random, n).ToNode().ToJsonString(Plain)));
        var packed = TrailDelivery.Pack(json);
        return new(records, Convert.ToBase64String(packed), packed.Length, Encoding.UTF8.GetByteCount(json));
    }

    public static string BucketOf(ProjectId publisher) => $"shares-{publisher.Hex()}";

    private static TrailRecord Record(Random random, int number)
    {
        var person = random.Next(People);
        var dataset = (person * 3) + random.Next(3);
        return new TrailRecord
        {
            RequestId = Convert.ToHexString(BitConverter.GetBytes(random.NextInt64())),
            EventId = Any(random).ToString("D"),
            Time = ReceivedAt.AddSeconds(-random.Next(1, 600)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Share = Id(0xb, dataset % 20).ToString("N"),
            Bucket = BucketOf(ProjectId.From(Id(0xa, dataset % 4))),
            Key = $"datasets/{Id(0xc, dataset % 60):D}/data/run-{number % 7}/reads_{number % 40}.fastq.gz",
            SessionName = $"{Id(0xd, person % 10):N}.{person:x16}",
            SourceIdentity = $"person-{person}",
            SourceAddress = $"203.0.113.{person}",
            Authentication = person % 2 == 0 ? "QueryString" : "AuthHeader",
            ErrorCode = number % 100 == 99 ? "AccessDenied" : null,
        }.With(number % 100 == 99 ? 243 : BytesOfPart);
    }

    private static Guid Id(int kind, int number) => new($"0197{kind:x}000-0000-7000-8000-{number:x12}");

    private static Guid Any(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}

/// <summary>What a reader makes of a batch, by which readers are compared.</summary>
internal sealed record TrailTotals(int Rows, long Requests, long Bytes)
{
    public static TrailTotals Of(IEnumerable<EgressAmount> rows)
    {
        var all = rows.ToList();
        var sum = all.Aggregate(default(EgressAmount), (sum, amount) => sum + amount);
        return new(all.Count, sum.Requests + sum.RefusedRequests, sum.AllBytes);
    }
}

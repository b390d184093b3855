using System.Text;
using Shares.Core.Egress;
using Shares.Core.Egress.Attributing;
using Shares.Core.Egress.Trail;
using Shares.Core.Egress.Zones;
using Shares.Testing.Trail;

namespace Shares.Core.Tests.Egress.Attributing;

/// <summary>Attributes records as the function does, an hour after midnight of 2026-11-22.</summary>
internal static class Attributed
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);

    public static readonly AttributionContext Context =
        new("aws", TrailRecord.Region, TrailRecord.AccountId, TrailRecord.PipelineRole, TrailRecord.DownloadRole);

    private static readonly IpRanges Ranges = new(
        [.. new[] { ("3.80.0.0/12", "us-east-1"), ("52.16.0.0/15", "eu-west-1") }
            .Select(range => IpRange.TryParse(range.Item1, range.Item2, out var parsed) ? parsed : throw new FormatException())]);

    public static TrailAttributor NewAttributor() => new(Context, Ranges);

    public static PrincipalId Principal(string source) => PrincipalId.TryParseSource(source, out var id) ? id : throw new FormatException();

    public static Attribution Of(TrailRecord record, TrailAttributor? attributor = null) => Of(record.ToJson(), attributor);

    public static Attribution Of(string message, TrailAttributor? attributor = null)
    {
        var reader = new SubscriptionReader(new MemoryStream(Encoding.UTF8.GetBytes(TrailDelivery.Subscription([message]))));
        Assert.True(reader.TryRead(out var record));
        return (attributor ?? NewAttributor()).Attribute(record, ReceivedAt);
    }
}

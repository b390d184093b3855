using System.Text;
using Shares.Core.Canaries;
using Shares.Core.Egress.Trail;
using Shares.Core.Egress.Zones;
using Shares.Core.Ids;

namespace Shares.Core.Egress.Attributing;

/// <summary>
/// Says whose egress a record of the trail is. Depends on the record and on when it came, and remembers only what names mean. Not safe for
/// concurrent use.
/// </summary>
public sealed class TrailAttributor
{
    /// <summary>The largest object that S3 holds, 50 TB since December 2025.</summary>
    public const long MaxBytes = 50L << 40;

    /// <summary>
    /// A record may come this late. What comes later may have been counted before and forgotten since: the ledger remembers records for longer
    /// than this, see <see cref="Ledger.EventMarker.Kept"/>, and not forever.
    /// </summary>
    public static readonly TimeSpan Latest = TimeSpan.FromDays(35);

    /// <summary>How far the clocks of storage may be ahead of ours.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    private readonly Utf8Cache<ShareId?> _shares;
    private readonly Utf8Cache<DatasetId?> _datasets = new(TrailNames.DatasetOf);
    private readonly Utf8Cache<VendedSession?> _sessions;
    private readonly Utf8Cache<PrincipalId?> _principals = new(source => PrincipalId.TryParseSource(source, out var id) ? id : null);
    private readonly Utf8Cache<TransferZone> _zones;
    private readonly Utf8Cache<string> _buckets = new(TrailNames.BucketOf);

    public TrailAttributor(AttributionContext context, IpRanges ranges)
    {
        ArgumentNullException.ThrowIfNull(context);
        var zones = new TransferZones(context.Region, ranges);
        _shares = new(arn => TrailNames.ShareOf(arn, context));
        _sessions = new(arn => TrailNames.SessionOf(arn, context));
        _zones = new(source => zones.Of(source, throughEndpoint: false));
    }

    public Attribution Attribute(in TrailEvent record, DateTimeOffset receivedAt)
    {
        if (CheckEvent(record, receivedAt) is { } wrong) return Unattributed(wrong, record, receivedAt);
        var (named, vended) = (_datasets[Prefix(record.Key)], _sessions[record.Session]);
        if (IsCanary(named, vended)) return Unattributed(UnattributedReason.Canary, record, receivedAt);
        if (CheckReading(record) is { } other) return Unattributed(other, record, receivedAt);
        if (_shares[record.AccessPoint] is not { } share) return Unattributed(UnattributedReason.UnknownAccessPoint, record, receivedAt);
        if (named is not { } dataset) return Unattributed(UnattributedReason.KeyOutsideDatasets, record, receivedAt);
        if (vended is not { } session || _principals[record.SourceIdentity] is not { } principal)
            return Unattributed(UnattributedReason.UnknownSession, record, receivedAt);
        var key = new EgressKey(DayOf(record.Time!.Value), share, dataset, session.Subscriber, principal, ZoneOf(record), RouteOf(record, session));
        return new(key, null, AmountOf(record), _buckets[record.Bucket]);
    }

    private static UnattributedReason? CheckEvent(in TrailEvent record, DateTimeOffset receivedAt)
    {
        if (!record.Unreadable.IsEmpty) return UnattributedReason.Unreadable;
        if (record.Time is not { } time || time > receivedAt + Ahead || time < receivedAt - Latest) return UnattributedReason.TimeImplausible;
        return record.Service.SequenceEqual("s3.amazonaws.com"u8) ? null : UnattributedReason.OtherService;
    }

    /// <summary>It reads in the name of subscribers too, and then its own dataset alone.</summary>
    private static bool IsCanary(DatasetId? dataset, VendedSession? session) =>
        session?.Subscriber == CanaryIdentity.Project || (dataset is { } named && CanaryIdentity.Owns(named));

    private static UnattributedReason? CheckReading(in TrailEvent record)
    {
        if (!record.Name.SequenceEqual("GetObject"u8)) return UnattributedReason.OtherEvent;
        // A refusal may come without a count; its error has some hundred bytes at most.
        return IsCount(record.BytesOut) || (record.BytesOut is null && !record.ErrorCode.IsEmpty) ? null : UnattributedReason.ByteCountImplausible;
    }

    private Attribution Unattributed(UnattributedReason reason, in TrailEvent record, DateTimeOffset receivedAt)
    {
        var subject = reason switch
        {
            UnattributedReason.OtherService => record.Service,
            UnattributedReason.OtherEvent => record.Name,
            UnattributedReason.UnknownSession => record.Session,
            UnattributedReason.Unreadable or UnattributedReason.TimeImplausible or UnattributedReason.Canary => [],
            _ => record.AccessPoint,
        };
        // A day that nobody can believe would be in a month that nobody looks at.
        var day = DayOf(reason is UnattributedReason.Unreadable or UnattributedReason.TimeImplausible ? receivedAt : record.Time!.Value);
        var text = UnattributedKey.Subjected(Encoding.UTF8.GetString(subject));
        return new(null, new(day, reason, ZoneOf(record), text), AmountOf(record), "");
    }

    private TransferZone ZoneOf(in TrailEvent record) => record.VpcEndpoint.IsEmpty ? _zones[record.Source] : TransferZone.SameRegion;

    private static AccessRoute RouteOf(in TrailEvent record, VendedSession session) =>
        record.Authentication.SequenceEqual("QueryString"u8) ? AccessRoute.PresignedUrl
        : session.IsPipeline ? AccessRoute.Pipeline
        : AccessRoute.Credentials;

    private static EgressAmount AmountOf(in TrailEvent record)
    {
        var bytes = IsCount(record.BytesOut) ? record.BytesOut!.Value : 0;
        return record.ErrorCode.IsEmpty ? EgressAmount.Served(bytes) : EgressAmount.Refused(bytes);
    }

    private static bool IsCount(long? bytes) => bytes is >= 0 and <= MaxBytes;

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    private static ReadOnlySpan<byte> Prefix(ReadOnlySpan<byte> key) => key[..Math.Min(key.Length, TrailNames.DatasetPrefixLength)];
}

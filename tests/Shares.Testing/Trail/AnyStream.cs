using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Shares.Core.Egress;
using Shares.Core.Egress.Attributing;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Trail;
using Shares.Core.Egress.Zones;
using Shares.Core.Ids;

namespace Shares.Testing.Trail;

/// <summary>
/// A random stream of the trail: requests with one to three records each (corrections, second records, records of nobody), delivered in batches
/// with repetitions in and across them and in any order. And what the ledger must hold in the end, by the rule as a person would say it.
/// </summary>
public sealed class AnyStream
{
    private readonly Random _random;
    private readonly DateOnly _day;
    private readonly List<(string Request, string Message, EventRank Rank, LedgerRow Row, EgressAmount Amount)> _records = [];

    /// <param name="day">Of all its requests, which streams of other days have nothing to do with.</param>
    public AnyStream(int seed, DateOnly day)
    {
        (_random, _day) = (new Random(seed), day);
        var requests = _random.Next(1, 30);
        for (var n = 0; n < requests; n++) AddRequest($"REQ{n}");
        if (_random.Next(3) == 0) AddUnreadable($"{{\"cut off on {day:O} {seed}");
        if (_random.Next(10) == 0) for (var n = 0; n < 200; n++) AddRecord($"MANY{n}", 0, new TrailRecord(), corrects: null);
        Batches = Deal();
        Hazards = FindHazards();
    }

    /// <summary>The first two have a publisher; the third leads to none.</summary>
    public static IReadOnlyList<ShareId> Shares { get; } = [.. Enumerable.Range(1, 3).Select(n => ShareId.From(new Guid($"0197b000-0000-7000-8000-{n:x12}")))];

    public static IReadOnlyDictionary<ShareId, ProjectId> Publishers { get; } = Shares.Take(2)
        .ToDictionary(share => share, share => ProjectId.From(new Guid($"0197a000-0000-7000-8000-{share.Hex()[^12..]}")));

    /// <summary>When every batch comes.</summary>
    public DateTimeOffset ReceivedAt => new(_day, new TimeOnly(1, 0), TimeSpan.Zero);

    /// <summary>Messages, as delivered.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Batches { get; }

    /// <summary>Those that this stream has.</summary>
    public IReadOnlySet<StreamHazard> Hazards { get; }

    /// <summary>Without rows that add up to nothing.</summary>
    public IReadOnlyDictionary<LedgerRow, EgressAmount> Expected => _records
        .GroupBy(record => record.Request)
        .Select(request => request.MaxBy(record => (record.Rank.IsAttributed, record.Rank.IsUpdate, record.Rank.EventId)))
        .GroupBy(record => record.Row)
        .ToDictionary(row => row.Key, row => row.Aggregate(default(EgressAmount), (sum, record) => sum + record.Amount));

    public static string BucketOf(ShareId share) => $"project-{share.Hex()[^4..]}";

    /// <summary>As the function reads a delivery.</summary>
    public IReadOnlyList<LedgerGroup> Read(IReadOnlyList<string> messages)
    {
        var context = new AttributionContext("aws", TrailRecord.Region, TrailRecord.AccountId, TrailRecord.PipelineRole, TrailRecord.DownloadRole);
        var batch = new EgressBatch(new TrailAttributor(context, IpRanges.None), ReceivedAt);
        var reader = new SubscriptionReader(new MemoryStream(Encoding.UTF8.GetBytes(TrailDelivery.Subscription(messages))));
        while (reader.TryRead(out var record)) batch.Add(record);
        return batch.Group(Publishers);
    }

    private void AddRequest(string request)
    {
        var share = Shares[_random.Next(3)];
        var record = new TrailRecord
        {
            Share = share.Hex(),
            Bucket = BucketOf(share),
            Key = AnyKey(),
            SourceIdentity = $"person-{_random.Next(2)}",
        };
        AddRecord(request, 0, record, corrects: null);
        if (_random.Next(3) == 0) AddRecord(request, 1, record with { Key = AnyKey() }, corrects: request);
        if (_random.Next(5) == 0) AddRecord(request, 2, record, corrects: _random.Next(2) == 0 ? request : null);
    }

    private string AnyKey() => $"datasets/0197c000-0000-7000-8000-{_random.Next(1, 4):x12}/data/f";

    private void AddRecord(string request, int number, TrailRecord record, string? corrects)
    {
        var bytes = _random.Next(1000);
        var eventId = new Guid(_random.Next(), (short)number, 7, new byte[8]);
        var mayBePoison = _random.Next(8);
        var first = $"{_day:yyyyMMdd}-{request}";
        record = record.With(mayBePoison == 1 ? -1 - bytes : bytes) with
        {
            RequestId = corrects is null ? first : $"{first}-{number}",
            Corrects = corrects is null ? null : first,
            EventId = eventId.ToString(),
            Time = mayBePoison == 2 ? "1970-01-01T00:00:00Z" : $"{_day:O}T00:01:00Z",
            ErrorCode = _random.Next(6) == 0 ? "AccessDenied" : null,
            Name = mayBePoison == 0 ? "HeadObject" : "GetObject",
        };
        var row = RowOf(record);
        if (mayBePoison == 1) bytes = 0;
        var amount = record.ErrorCode is null ? EgressAmount.Served(bytes) : EgressAmount.Refused(bytes);
        _records.Add((request, record.ToJson(), new(row is LedgerRow.Attributed, corrects is not null, eventId), row, amount));
    }

    private void AddUnreadable(string text) => _records.Add((text, text, new(false, false, default), Nobody(UnattributedReason.Unreadable, ""), EgressAmount.Served(0)));

    private LedgerRow RowOf(TrailRecord record)
    {
        if (!record.Time!.StartsWith(_day.ToString("O", CultureInfo.InvariantCulture), StringComparison.Ordinal)) return Nobody(UnattributedReason.TimeImplausible, "");
        if (record.Name != "GetObject") return Nobody(UnattributedReason.OtherEvent, record.Name);
        if (record.BytesOut!.StartsWith('-'))
            return Nobody(UnattributedReason.ByteCountImplausible, $"arn:aws:s3:{TrailRecord.Region}:{TrailRecord.AccountId}:accesspoint/shr-{record.Share}{record.Suffix}");
        _ = UuidId.TryParseHex<ShareId>(record.Share, out var share);
        if (!Publishers.TryGetValue(share, out var publisher)) return Nobody(UnattributedReason.UnknownPublisher, share.ToString());
        _ = UuidId.TryParseHex<ProjectId>(record.SessionName.Split('.')[0], out var subscriber);
        var dataset = UuidId.Parse<DatasetId>(record.Key.Split('/')[1]);
        return new LedgerRow.Attributed(
            publisher, new(_day, share, dataset, subscriber, PrincipalId.Parse(record.SourceIdentity!), TransferZone.Internet, AccessRoute.PresignedUrl));
    }

    private LedgerRow.Unattributed Nobody(UnattributedReason reason, string subject) => new(new(_day, reason, TransferZone.Internet, subject));

    private List<List<string>> Deal()
    {
        var batches = Enumerable.Range(0, _random.Next(1, 6)).Select(_ => new List<string>()).ToList();
        foreach (var record in _records)
        {
            for (var copies = _random.Next(4) == 0 ? _random.Next(1, 5) : 1; copies > 0; copies--) batches[_random.Next(batches.Count)].Add(record.Message);
        }

        foreach (var batch in batches) _random.Shuffle(CollectionsMarshal.AsSpan(batch));
        return batches;
    }

    private HashSet<StreamHazard> FindHazards()
    {
        var found = new HashSet<StreamHazard>();
        void Add(StreamHazard hazard, bool isThere)
        {
            if (isThere) found.Add(hazard);
        }

        // Where each message comes, the first time first.
        var places = Batches.SelectMany((batch, n) => batch.Select((message, place) => (message, Place: (Batch: n, place)))).ToLookup(each => each.message, each => each.Place);
        Add(StreamHazard.RepeatedInABatch, Batches.Any(batch => batch.Distinct().Count() < batch.Count));
        Add(StreamHazard.RepeatedAcrossBatches, places.Any(message => message.Select(place => place.Batch).Distinct().Count() > 1));
        foreach (var request in _records.GroupBy(record => record.Request).Select(request => request.ToList()))
        {
            Add(StreamHazard.SecondRecord, request.Count(record => !record.Rank.IsUpdate) > 1);
            foreach (var correction in request.Where(record => record.Rank.IsUpdate))
            {
                Add(StreamHazard.CorrectionComesFirst, places[correction.Message].First().CompareTo(places[request[0].Message].First()) < 0);
                Add(StreamHazard.CorrectionInAnotherBatch, places[correction.Message].First().Batch != places[request[0].Message].First().Batch);
                Add(StreamHazard.CorrectionIntoAnotherRow, correction.Row != request[0].Row);
            }
        }

        foreach (var record in _records)
        {
            Add(StreamHazard.Refused, record.Amount.RefusedRequests > 0);
            if (record.Row is LedgerRow.Unattributed nobody && HazardOf(nobody.Key.Reason) is { } hazard) found.Add(hazard);
        }

        Add(StreamHazard.MoreThanATransactionTakes, _records.GroupBy(record => record.Row).Any(row => row.Count() > 99));
        return found;
    }

    private static StreamHazard? HazardOf(UnattributedReason reason) => reason switch
    {
        UnattributedReason.OtherEvent => StreamHazard.OtherEvent,
        UnattributedReason.ByteCountImplausible => StreamHazard.NegativeCount,
        UnattributedReason.TimeImplausible => StreamHazard.ClockFarOff,
        UnattributedReason.UnknownPublisher => StreamHazard.UnknownPublisher,
        UnattributedReason.Unreadable => StreamHazard.Unreadable,
        _ => null,
    };
}

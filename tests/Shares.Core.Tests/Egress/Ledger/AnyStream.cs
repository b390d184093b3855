using System.Text;
using Shares.Core.Egress;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Trail;
using Shares.Core.Ids;
using Shares.Core.Tests.Egress.Attributing;
using Shares.Testing.Trail;

namespace Shares.Core.Tests.Egress.Ledger;

/// <summary>
/// A random stream of the trail: requests with one to three records each (corrections, second records, records of nobody), delivered in batches
/// with repetitions in and across them and in any order. And what the ledger must hold in the end, by the rule as a person would say it.
/// </summary>
internal sealed class AnyStream
{
    private static readonly Dictionary<ShareId, ProjectId> Publishers = new() { [Some.ShareId(1)] = Some.Publisher, [Some.ShareId(2)] = Some.Stranger };

    private readonly Random _random;
    private readonly List<(string Request, string Message, EventRank Rank, LedgerRow Row, EgressAmount Amount)> _records = [];

    public AnyStream(int seed)
    {
        _random = new Random(seed);
        var requests = _random.Next(1, 30);
        for (var n = 0; n < requests; n++) AddRequest($"REQ{n}");
        if (_random.Next(3) == 0) AddUnreadable($"{{\"cut off {seed}");
        if (_random.Next(10) == 0) for (var n = 0; n < 150; n++) AddRecord($"MANY{n}", 0, new TrailRecord(), corrects: null);
        Batches = Deal();
    }

    /// <summary>Messages, as delivered.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Batches { get; }

    public IReadOnlyDictionary<LedgerRow, EgressAmount> Expected => _records
        .GroupBy(record => record.Request)
        .Select(request => request.MaxBy(record => (record.Rank.IsAttributed, record.Rank.IsUpdate, record.Rank.EventId)))
        .GroupBy(record => record.Row)
        .ToDictionary(row => row.Key, row => row.Aggregate(default(EgressAmount), (sum, record) => sum + record.Amount));

    /// <summary>As the function reads a delivery.</summary>
    public static IReadOnlyList<LedgerGroup> Read(IReadOnlyList<string> messages)
    {
        var batch = new EgressBatch(Attributed.NewAttributor(), Attributed.ReceivedAt);
        var reader = new SubscriptionReader(new MemoryStream(Encoding.UTF8.GetBytes(TrailDelivery.Subscription(messages))));
        while (reader.TryRead(out var record)) batch.Add(record);
        return batch.Group(Publishers);
    }

    private void AddRequest(string request)
    {
        var record = new TrailRecord
        {
            Share = Some.ShareId(_random.Next(1, 4)).Hex(),
            Key = $"datasets/{Some.DatasetId(_random.Next(1, 4))}/data/f",
            SourceIdentity = $"person-{_random.Next(2)}",
        };
        AddRecord(request, 0, record, corrects: null);
        if (_random.Next(3) == 0) AddRecord(request, 1, record with { Key = $"datasets/{Some.DatasetId(_random.Next(1, 4))}/data/f" }, corrects: request);
        if (_random.Next(5) == 0) AddRecord(request, 2, record, corrects: _random.Next(2) == 0 ? request : null);
    }

    private void AddRecord(string request, int number, TrailRecord record, string? corrects)
    {
        var bytes = _random.Next(1000);
        var eventId = new Guid(_random.Next(), (short)number, 7, new byte[8]);
        record = record.With(bytes) with
        {
            RequestId = corrects is null ? request : $"{request}-{number}",
            Corrects = corrects,
            EventId = eventId.ToString(),
            ErrorCode = _random.Next(6) == 0 ? "AccessDenied" : null,
            Name = _random.Next(8) == 0 ? "HeadObject" : "GetObject",
        };
        var row = RowOf(record);
        var amount = record.ErrorCode is null ? EgressAmount.Served(bytes) : EgressAmount.Refused(bytes);
        _records.Add((request, record.ToJson(), new(row is LedgerRow.Attributed, corrects is not null, eventId), row, amount));
    }

    private void AddUnreadable(string text) => _records.Add((
        text, text, new(false, false, default),
        new LedgerRow.Unattributed(new(new(2026, 11, 22), UnattributedReason.Unreadable, TransferZone.Internet, "")), EgressAmount.Served(0)));

    private static LedgerRow RowOf(TrailRecord record)
    {
        var day = new DateOnly(2026, 11, 22);
        if (record.Name != "GetObject") return new LedgerRow.Unattributed(new(day, UnattributedReason.OtherEvent, TransferZone.Internet, record.Name));
        _ = UuidId.TryParseHex<ShareId>(record.Share, out var share);
        var dataset = UuidId.Parse<DatasetId>(record.Key.Split('/')[1]);
        return Publishers.TryGetValue(share, out var publisher)
            ? new LedgerRow.Attributed(publisher, new(
                day, share, dataset, Some.Subscriber, Attributed.Principal(record.SourceIdentity!), TransferZone.Internet, AccessRoute.PresignedUrl))
            : new LedgerRow.Unattributed(new(day, UnattributedReason.UnknownPublisher, TransferZone.Internet, share.ToString()));
    }

    private List<List<string>> Deal()
    {
        var batches = Enumerable.Range(0, _random.Next(1, 6)).Select(_ => new List<string>()).ToList();
        foreach (var record in _records)
        {
            for (var copies = _random.Next(4) == 0 ? _random.Next(1, 5) : 1; copies > 0; copies--) batches[_random.Next(batches.Count)].Add(record.Message);
        }

        foreach (var batch in batches) _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(batch));
        return batches;
    }
}

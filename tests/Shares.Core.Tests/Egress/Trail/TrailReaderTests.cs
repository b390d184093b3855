using System.Text.Json.Nodes;
using CsCheck;
using Shares.Testing.Trail;

namespace Shares.Core.Tests.Egress.Trail;

public sealed class TrailReaderTests
{
    private static readonly Gen<TrailRecord> AnyRecord = Gen.Select(Gen.Int[0, 999_999], Gen.Long[0, long.MaxValue], Gen.Bool, Gen.String[Gen.Char["aZ9/\"\\\n\tü€ "], 0, 30])
        .Select((n, bytes, isRefused, name) => new TrailRecord
        {
            RequestId = $"REQ{n}",
            EventId = new Guid(n, 0, 0, new byte[8]).ToString(),
            Key = $"datasets/0197c000-0000-7000-8000-{n:d12}/{name}",
            ErrorCode = isRefused ? "AccessDenied" : null,
            Corrects = n % 5 == 0 ? $"REQ{n / 2}" : null,
        }.With(bytes));

    [Fact]
    public void A_message_is_what_it_was_wherever_its_escapes_are_and_it_ends() =>
        Gen.Select(Gen.String[Gen.Char["abc\"\\\n/"], 0, 200], Gen.String[Gen.Char["ab\""], 0, 40], Gen.Int[1, 300]).Sample((first, second, chunk) =>
        {
            string[] messages = [$"x{first}", $"y{second}"];
            return ReadRecord.OfSubscription(TrailDelivery.Subscription(messages), chunk).Records.Select(record => record.Unreadable).SequenceEqual(messages);
        }, iter: 3_000);

    [Fact]
    public void Files_and_subscriptions_give_the_same_records_however_the_bytes_arrive() =>
        Gen.Select(AnyRecord.Array[0, 60], Gen.Int[1, 5000]).Sample((records, chunk) =>
        {
            var json = records.Select(record => record.ToJson()).ToList();
            var file = ReadRecord.OfFile(TrailDelivery.File(json), chunk);
            var subscription = ReadRecord.OfSubscription(TrailDelivery.Subscription(json), chunk);
            return !file.IsBroken && !subscription.IsBroken && file.Records.SequenceEqual(subscription.Records)
                && file.Records.Select(read => (read.Key, read.BytesOut.ToString())).SequenceEqual(records.Select(record => (record.Key, record.BytesOut)));
        }, iter: 300);

    [Fact]
    public void The_order_of_members_does_not_matter() =>
        Gen.Select(AnyRecord, Gen.Int).Sample((record, seed) =>
            ReadRecord.OfFile(TrailDelivery.File([Shuffled(record.ToNode(), new Random(seed)).ToJsonString()])).Records[0]
            == ReadRecord.OfFile(TrailDelivery.File([record.ToJson()])).Records[0], iter: 500);

    [Fact]
    public void What_is_cut_off_gives_the_records_before_the_cut_and_is_broken() =>
        Gen.Select(AnyRecord.Array[1, 30], Gen.Double[0, 0.999]).Sample((records, place) =>
        {
            var json = records.Select(record => record.ToJson()).ToList();
            var (file, subscription) = (TrailDelivery.File(json), TrailDelivery.Subscription(json));
            var cutFile = ReadRecord.OfFile(file[..(int)(file.Length * place)]);
            var cutSubscription = ReadRecord.OfSubscription(subscription[..(int)(subscription.Length * place)]);
            bool IsBeginning((IReadOnlyList<ReadRecord> Records, bool IsBroken) read) =>
                read.IsBroken && read.Records.Select(record => record.Key).SequenceEqual(records.Take(read.Records.Count).Select(record => record.Key));
            return IsBeginning(cutFile) && IsBeginning(cutSubscription);
        }, iter: 300);

    [Fact]
    public void Bytes_that_mean_nothing_break_what_is_read_and_nothing_else() =>
        Gen.Select(AnyRecord.Array[1, 3], Gen.Select(Gen.Int[0, 5000], Gen.Byte).List[1, 5]).Sample((records, changes) =>
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(TrailDelivery.Subscription(records.Select(record => record.ToJson())));
            foreach (var (place, value) in changes) bytes[place % bytes.Length] = value;
            var text = System.Text.Encoding.Latin1.GetString(bytes);
            _ = ReadRecord.OfSubscription(text);
            _ = ReadRecord.OfFile(text);
        }, iter: 2_000);

    [Fact]
    public void A_record_may_be_larger_than_the_window()
    {
        var large = new TrailRecord { RequestId = "LARGE" }.ToNode();
        large["userAgent"] = new string('"', 300_000);
        string[] json = [new TrailRecord().ToJson(), large.ToJsonString(), new TrailRecord { RequestId = "LAST" }.ToJson()];
        foreach (var (records, isBroken) in new[] { ReadRecord.OfFile(TrailDelivery.File(json), 1000), ReadRecord.OfSubscription(TrailDelivery.Subscription(json), 1000) })
        {
            Assert.False(isBroken);
            Assert.Equal(["REQ0000000000001", "LARGE", "LAST"], records.Select(record => record.RequestId));
        }
    }

    private static JsonObject Shuffled(JsonObject node, Random random)
    {
        var members = node.ToArray();
        random.Shuffle(members);
        node.Clear();
        foreach (var (name, value) in members) node[name] = value is JsonObject inner ? Shuffled(inner, random) : value;
        return node;
    }
}

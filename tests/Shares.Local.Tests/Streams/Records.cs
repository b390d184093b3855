using System.Globalization;
using System.Text.Json.Nodes;
using Shares.Local.Streams;

namespace Shares.Local.Tests.Streams;

/// <summary>Stream records numbered from 1.</summary>
internal static class Records
{
    public static StreamRecord[] Batch(int count) =>
        [.. Enumerable.Range(1, count).Select(number => Record(number.ToString(CultureInfo.InvariantCulture)))];

    public static StreamRecord Record(string sequenceNumber) =>
        new(new JsonObject { ["dynamodb"] = new JsonObject { ["SequenceNumber"] = sequenceNumber } });

    public static int Number(StreamRecord record) => int.Parse(record.SequenceNumber, CultureInfo.InvariantCulture);

    public static string Names(IEnumerable<StreamRecord> records) => string.Join(' ', records.Select(record => record.SequenceNumber));
}

using System.Text;
using Shares.Core.Egress.Trail;

namespace Shares.Core.Tests.Egress.Trail;

/// <summary>What was read of a record, in values that outlast the reader.</summary>
internal sealed record ReadRecord(
    string RequestId, Guid EventId, bool IsUpdate, DateTimeOffset? Time, string Service, string Name, string Session, string SourceIdentity,
    string Source, string VpcEndpoint, string AccessPoint, string Bucket, string Key, string Authentication, long? BytesOut, string ErrorCode, string Unreadable)
{
    public static (IReadOnlyList<ReadRecord> Records, bool IsBroken) AllOf(TrailReader reader)
    {
        var records = new List<ReadRecord>();
        while (reader.TryRead(out var record)) records.Add(Of(record));
        Assert.False(reader.TryRead(out _));
        return (records, reader.IsBroken);
    }

    public static (IReadOnlyList<ReadRecord> Records, bool IsBroken) OfFile(string json, int chunk = int.MaxValue) =>
        AllOf(new TrailFileReader(new ChunkedStream(Encoding.UTF8.GetBytes(json), chunk)));

    public static (IReadOnlyList<ReadRecord> Records, bool IsBroken) OfSubscription(string json, int chunk = int.MaxValue) =>
        AllOf(new SubscriptionReader(new ChunkedStream(Encoding.UTF8.GetBytes(json), chunk)));

    private static ReadRecord Of(TrailEvent record) => new(
        Text(record.RequestId), record.EventId, record.IsUpdate, record.Time, Text(record.Service), Text(record.Name), Text(record.Session),
        Text(record.SourceIdentity), Text(record.Source), Text(record.VpcEndpoint), Text(record.AccessPoint), Text(record.Bucket), Text(record.Key),
        Text(record.Authentication), record.BytesOut, Text(record.ErrorCode), Text(record.Unreadable));

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    /// <summary>Gives so many bytes at a time, as unpacking does.</summary>
    private sealed class ChunkedStream(byte[] content, int chunk) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));
    }
}

namespace Shares.Core.Egress.Trail;

/// <summary>
/// A record of the trail, as far as egress goes. Texts are UTF-8, empty where the record has none, and last until the next record is read.
/// </summary>
public ref struct TrailEvent
{
    /// <summary>Of the request that the record is about; that of the first record, where this one corrects it.</summary>
    public ReadOnlySpan<byte> RequestId { get; set; }

    /// <summary>Of the record; the same in every delivery of it. Empty when it has none.</summary>
    public Guid EventId { get; set; }

    /// <summary>It takes the place of an earlier record of the same request.</summary>
    public bool IsUpdate { get; set; }

    public DateTimeOffset? Time { get; set; }

    /// <summary>Such as <c>s3.amazonaws.com</c>.</summary>
    public ReadOnlySpan<byte> Service { get; set; }

    /// <summary>Such as <c>GetObject</c>.</summary>
    public ReadOnlySpan<byte> Name { get; set; }

    /// <summary>ARN of the session that asked.</summary>
    public ReadOnlySpan<byte> Session { get; set; }
    public ReadOnlySpan<byte> SourceIdentity { get; set; }

    /// <summary>An address, or the name of a service.</summary>
    public ReadOnlySpan<byte> Source { get; set; }
    public ReadOnlySpan<byte> VpcEndpoint { get; set; }

    /// <summary>ARN of the access point that was asked.</summary>
    public ReadOnlySpan<byte> AccessPoint { get; set; }

    /// <summary>ARN of the bucket behind it.</summary>
    public ReadOnlySpan<byte> Bucket { get; set; }
    public ReadOnlySpan<byte> Key { get; set; }

    /// <summary>Such as <c>QueryString</c>.</summary>
    public ReadOnlySpan<byte> Authentication { get; set; }

    /// <summary>Bytes of the answer's body; null when there is no number that a count can be. May be negative.</summary>
    public long? BytesOut { get; set; }

    /// <summary>Why the request was refused; empty when it was served.</summary>
    public ReadOnlySpan<byte> ErrorCode { get; set; }

    /// <summary>What could not be read as a record, or as one that can be told from others; empty for a record.</summary>
    public ReadOnlySpan<byte> Unreadable { get; set; }

    /// <summary>The record, or what it was read from when it names neither its request nor itself.</summary>
    /// <param name="text">Not empty.</param>
    internal static TrailEvent Identified(scoped in TrailEvent record, ReadOnlySpan<byte> text) =>
        record.RequestId.IsEmpty && record.EventId == Guid.Empty ? new TrailEvent { Unreadable = text } : record;
}

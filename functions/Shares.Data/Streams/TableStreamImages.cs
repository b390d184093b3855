namespace Shares.Data.Streams;

/// <summary>The item before and after a change: null when it was made, or is gone.</summary>
public sealed record TableStreamImages
{
    public required string SequenceNumber { get; init; }
    public required Item Keys { get; init; }
    public Item? OldImage { get; init; }
    public Item? NewImage { get; init; }

    /// <summary>In seconds of Unix time.</summary>
    public double? ApproximateCreationDateTime { get; init; }
}

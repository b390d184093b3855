namespace Shares.Provisioning.Settling;

/// <summary>How long to wait for S3 to show a change. No number is published; seconds are usual, half a minute has been seen.</summary>
/// <param name="First">Before looking a second time; doubles from look to look.</param>
/// <param name="AtMost">In all. What is not shown by then is tried again with the next delivery of the event.</param>
public sealed record Patience(TimeSpan First, TimeSpan Longest, TimeSpan AtMost)
{
    public static readonly Patience Default = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(30));
}

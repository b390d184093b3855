namespace Shares.Local.Sns;

/// <summary>A message that was published to a topic.</summary>
public sealed record Notification(string MessageId, DateTimeOffset Time, string TopicArn, string? Subject, string Message);

namespace Shares.Local.Transfers;

/// <summary>Bytes that one access point served in one minute.</summary>
/// <param name="UsageType">What AWS bills them as; empty for what costs nothing.</param>
public sealed record Transfer(DateTimeOffset Minute, string Bucket, string AccessPoint, string UsageType, long Bytes);

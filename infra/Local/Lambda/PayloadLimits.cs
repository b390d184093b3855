namespace Shares.Local.Lambda;

/// <summary>Lambda's quotas on payloads, in bytes.</summary>
public static class PayloadLimits
{
    public const int Request = 6 * 1024 * 1024;

    /// <summary>Of an asynchronous invocation.</summary>
    public const int Event = 1024 * 1024;

    public const int Response = (6 * 1024 * 1024) + 100;
}

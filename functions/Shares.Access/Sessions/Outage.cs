using Shares.Core.Failures;

namespace Shares.Access.Sessions;

internal static class Outage
{
    /// <summary>Whatever the reason is, the caller can only try again; the log has it.</summary>
    public static readonly Failure OfSessions =
        new(ErrorCode.StoreUnavailable, "No credentials can be made at the moment. Nothing was handed out; try again.");
}

namespace Shares.Local.Lambda;

/// <param name="Log">What the process printed meanwhile; its last lines may come a moment after the answer.</param>
public sealed record InvocationOutcome(string RequestId, InvocationAnswer Answer, LogTail? Log)
{
    /// <summary>At most 4 KB.</summary>
    public async Task<byte[]> ReadLogAsync()
    {
        if (Log is null) return [];
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        return Log.ToBytes();
    }
}

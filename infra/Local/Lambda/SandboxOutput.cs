namespace Shares.Local.Lambda;

/// <summary>Where the lines of one process go: the function's log, and the tail of the current invocation. Safe for concurrent use.</summary>
public sealed class SandboxOutput(FunctionLog log)
{
    private volatile LogTail _tail = new();

    public LogTail Tail => _tail;

    public void BeginInvocation() => _tail = new();

    public void Write(string line)
    {
        _tail.Add(line);
        log.Write(line);
    }
}

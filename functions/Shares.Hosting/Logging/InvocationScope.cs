namespace Shares.Hosting.Logging;

/// <summary>The invocation that the current flow of execution works for; logs and metrics name it.</summary>
internal sealed class InvocationScope(InvocationContext context, bool coldStart)
{
    private static readonly AsyncLocal<InvocationScope?> Flow = new();

    public static InvocationScope? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    public InvocationContext Context => context;

    /// <summary>True for the first invocation of the process.</summary>
    public bool ColdStart => coldStart;

    /// <summary>API Gateway's id of the request; Lambda's own for other events.</summary>
    public string CorrelationId { get; set; } = context.RequestId;

    /// <summary>The trace's id alone, <c>1-…</c>; null when there is none.</summary>
    public string? TraceRoot { get; } = Root(context.TraceId);

    private static string? Root(string? header)
    {
        const string key = "Root=";
        if (header is null || header.IndexOf(key, StringComparison.Ordinal) is not (>= 0 and var start)) return null;
        var root = header.AsSpan(start + key.Length);
        return root.IndexOf(';') is >= 0 and var end ? root[..end].ToString() : root.ToString();
    }
}

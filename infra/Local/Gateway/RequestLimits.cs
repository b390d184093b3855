namespace Shares.Local.Gateway;

/// <summary>Quotas of an HTTP API that callers can meet, and of the Lambda invocation behind it.</summary>
internal static class RequestLimits
{
    public const int BodyBytes = 10 * 1024 * 1024;

    /// <summary>Request line and headers together.</summary>
    public const int HeaderBytes = 10_240;

    /// <summary>What Lambda takes as an event: 6 MiB, in which a binary body stands as base64.</summary>
    public const int EventBytes = 6 * 1024 * 1024;

    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    public static bool HasTooLargeHeaders(HttpRequest request, string rawTarget)
    {
        var total = request.Method.Length + rawTarget.Length;
        foreach (var (name, values) in request.Headers)
        {
            foreach (var value in values) total += name.Length + (value?.Length ?? 0);
        }

        return total > HeaderBytes;
    }

    /// <summary>The whole body, or null when it is too large.</summary>
    public static async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > BodyBytes) return null;
        var body = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int count; (count = await request.Body.ReadAsync(block, cancellationToken)) > 0;)
        {
            await body.WriteAsync(block.AsMemory(0, count), cancellationToken);
            if (body.Length > BodyBytes) return null;
        }

        return body.ToArray();
    }
}

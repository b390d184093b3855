namespace Shares.Local.Lambda;

public static class BoundedBody
{
    /// <returns><see langword="null"/> when the body is longer than <paramref name="limit"/> bytes; all of it has been read then too.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit)
    {
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var isWithin = true;
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var read)
        {
            isWithin &= body.Length + read <= limit;
            if (isWithin) body.Write(buffer.AsSpan(0, read));
        }

        // Not one expression: null would become an empty array first.
        if (!isWithin) return null;
        return body.ToArray();
    }
}

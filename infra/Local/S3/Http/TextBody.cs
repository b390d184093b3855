using System.Text;

namespace Shares.Local.S3.Http;

/// <summary>Reads small bodies whole.</summary>
public static class TextBody
{
    /// <returns>The body as UTF-8, or <see langword="null"/> when it has more than <paramref name="maximum"/> bytes.</returns>
    public static async Task<string?> ReadAsync(HttpRequest request, int maximum, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var block = new byte[16 * 1024];
        for (int count; (count = await request.Body.ReadAsync(block, cancellationToken)) > 0;)
        {
            if (buffer.Length + count > maximum) return null;
            buffer.Write(block.AsSpan(0, count));
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}

using System.Collections.Concurrent;
using System.Text.Json;

namespace Shares.Hosting.Tests.Support;

/// <summary>Standard output of a function under test: every write is one whole line of JSON.</summary>
internal sealed class CapturedLines : MemoryStream
{
    private readonly ConcurrentQueue<JsonElement> lines = new();

    public IReadOnlyCollection<JsonElement> All => lines;

    public IEnumerable<JsonElement> Logs => lines.Where(line => line.TryGetProperty("level", out _));

    public IEnumerable<JsonElement> Metrics => lines.Where(line => line.TryGetProperty("_aws", out _));

    /// <summary>All that was written, as text.</summary>
    public string Text => string.Join('\n', lines.Select(line => line.GetRawText()));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Assert.Equal((byte)'\n', buffer[^1]);
        Assert.Equal(buffer.Length - 1, buffer.IndexOf((byte)'\n'));
        lines.Enqueue(JsonSerializer.Deserialize<JsonElement>(buffer));
    }
}

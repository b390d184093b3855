using System.IO.Compression;
using System.Text.Json.Nodes;
using Shares.Local.Gateway;

namespace Shares.Local.Tests.Trail;

/// <summary>Plays a function that a log group wakes: keeps the ids of the requests that it is told of.</summary>
internal sealed class Subscriber : IFunctionInvoker
{
    private readonly Lock _gate = new();
    private readonly List<string> _heard = [];
    private int _failures;

    public int Invocations { get; private set; }

    public JsonNode? LastBatch { get; private set; }

    public IReadOnlyList<string> Heard
    {
        get
        {
            lock (_gate) return [.. _heard];
        }
    }

    /// <summary>The next invocations fail, having done nothing.</summary>
    public void Fail(int times) => _failures = times;

    public Task<InvokeResult> InvokeAsync(string logicalId, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Invocations++;
            if (_failures-- > 0) return Task.FromResult(new InvokeResult(default, "Unhandled"));
            LastBatch = Unpack((string)JsonNode.Parse(payload.Span)!["awslogs"]!["data"]!);
            _heard.AddRange(LastBatch!["logEvents"]!.AsArray().Select(entry => (string)JsonNode.Parse((string)entry!["message"]!)!["requestID"]!));
            return Task.FromResult(new InvokeResult("null"u8.ToArray()));
        }
    }

    private static JsonNode Unpack(string data)
    {
        using var unpacked = new GZipStream(new MemoryStream(Convert.FromBase64String(data)), CompressionMode.Decompress);
        return JsonNode.Parse(unpacked)!;
    }
}

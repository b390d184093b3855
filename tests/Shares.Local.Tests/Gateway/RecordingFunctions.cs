using System.Text;
using System.Text.Json.Nodes;
using Shares.Local.Gateway;

namespace Shares.Local.Tests.Gateway;

/// <summary>Stands in for the local Lambda: remembers what it was invoked with and answers what the test says.</summary>
public sealed class RecordingFunctions : IFunctionInvoker
{
    private int _invocations;

    public int Invocations => _invocations;

    public string? Function { get; private set; }

    public JsonNode? Event { get; private set; }

    public Func<CancellationToken, Task<InvokeResult>> Answer { get; set; } = Answered;

    public static Task<InvokeResult> Answered(CancellationToken cancellationToken) => Task.FromResult(Of("""{"statusCode":200,"body":"answered"}"""));

    public static InvokeResult Of(string json) => new(Encoding.UTF8.GetBytes(json));

    public Task<InvokeResult> InvokeAsync(string logicalId, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _invocations);
        Function = logicalId;
        Event = JsonNode.Parse(payload.Span);
        return Answer(cancellationToken);
    }
}

using System.Buffers;
using System.IO.Pipelines;

namespace Shares.Hosting.HttpApi;

/// <summary>The body of a response, held in memory: Lambda takes a response whole.</summary>
/// <param name="start">Called by every flush; fixes the headers the first time.</param>
internal sealed class ResponseBody(Func<CancellationToken, Task> start) : PipeWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(2 * 1024);
    private int flushed;

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => buffer.WrittenCount - flushed;

    public override void Advance(int bytes) => buffer.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => buffer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => buffer.GetSpan(sizeHint);

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await start(cancellationToken);
        flushed = buffer.WrittenCount;
        return new(isCanceled: false, isCompleted: false);
    }

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }
}

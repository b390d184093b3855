using System.Buffers;

namespace Shares.Hosting.RuntimeApi;

/// <summary>An event with its context. The event's memory is the pool's again after disposal.</summary>
internal sealed class Invocation(InvocationContext context, byte[] pooled, int length) : IDisposable
{
    public InvocationContext Context => context;

    public ReadOnlySpan<byte> Event => pooled.AsSpan(0, length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(pooled);
}

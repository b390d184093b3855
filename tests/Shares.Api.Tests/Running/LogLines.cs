using System.Text;

namespace Shares.Api.Tests.Running;

/// <summary>What the function has logged.</summary>
public sealed class LogLines : MemoryStream
{
    private readonly Lock _gate = new();

    public string Text
    {
        get
        {
            lock (_gate) return Encoding.UTF8.GetString(ToArray());
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_gate) base.Write(buffer);
    }
}

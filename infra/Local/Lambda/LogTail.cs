using System.Text;

namespace Shares.Local.Lambda;

/// <summary>The last 4 KB of what was logged during one invocation, for callers that ask for it. Safe for concurrent use.</summary>
public sealed class LogTail
{
    private const int Limit = 4096;

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();

    public void Add(string line)
    {
        lock (_gate)
        {
            _text.Append(line).Append('\n');
            if (_text.Length > Limit) _text.Remove(0, _text.Length - Limit);
        }
    }

    public byte[] ToBytes()
    {
        byte[] bytes;
        lock (_gate) bytes = Encoding.UTF8.GetBytes(_text.ToString());
        return bytes.Length <= Limit ? bytes : bytes[^Limit..];
    }
}

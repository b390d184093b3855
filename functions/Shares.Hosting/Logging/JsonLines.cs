namespace Shares.Hosting.Logging;

/// <summary>Where logs and metrics go: whole lines, one write each, so that lines of several threads never mix.</summary>
public sealed class JsonLines(Stream output) : IDisposable
{
    private readonly Lock gate = new();

    public static JsonLines ToStandardOutput() => new(Console.OpenStandardOutput());

    /// <param name="line">One JSON value without a line break.</param>
    public void Write(ReadOnlySpan<byte> line)
    {
        lock (gate)
        {
            Span<byte> small = stackalloc byte[1024];
            if (line.Length < small.Length)
            {
                line.CopyTo(small);
                small[line.Length] = (byte)'\n';
                output.Write(small[..(line.Length + 1)]);
            }
            else
            {
                output.Write([.. line, (byte)'\n']);
            }
            output.Flush();
        }
    }

    public void Dispose() => output.Dispose();
}

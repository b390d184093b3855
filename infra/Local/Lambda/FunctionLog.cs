using System.Text;

namespace Shares.Local.Lambda;

/// <summary>What the processes of one function print, in a file, and on the console when asked for. Safe for concurrent use.</summary>
public sealed class FunctionLog : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _file;
    private readonly Action<string>? _echo;

    /// <param name="echo">Gets each line too.</param>
    public FunctionLog(string directory, string functionName, Action<string>? echo)
    {
        Directory.CreateDirectory(directory);
        var stream = new FileStream(Path.Combine(directory, $"{functionName}.log"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        _file = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        _echo = echo is null ? null : line => echo($"{functionName}: {line}");
    }

    public void Write(string line)
    {
        // A process that was just killed may still have something to say after everything else has stopped.
        lock (_gate)
        {
            if (_file.BaseStream is { CanWrite: true }) _file.WriteLine(line);
        }

        _echo?.Invoke(line);
    }

    public void Dispose()
    {
        lock (_gate) _file.Dispose();
    }
}

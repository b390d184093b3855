using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Shares.Local.Tests.Startup;

/// <summary>The local cloud as a program of its own, as infra/run.sh starts it.</summary>
internal sealed class LocalProgram : IDisposable
{
    private readonly Process _process;

    private LocalProgram(Process process) => _process = process;

    public static LocalProgram Start(int portBase)
    {
        // What a shell starts in the background ignores SIGINT, and so does all that it starts in turn; this one is to be interrupted.
        var start = new ProcessStartInfo(
            "env",
            ["--default-signal=INT", Path.Combine(AppContext.BaseDirectory, "Shares.Local"), "--seed", "none", "--port-base", portBase.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new(Process.Start(start)!);
    }

    public static int FreePortBase()
    {
        for (var candidate = 21000; ; candidate += 1000)
        {
            if (new[] { 0, 80, 900, 901 }.All(offset => IsFree(candidate + offset))) return candidate;
        }
    }

    /// <summary>Waits until DynamoDB Local runs.</summary>
    /// <returns>The processes that the program has started and their children.</returns>
    public async Task<IReadOnlyList<int>> UntilStoreRunsAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains("DynamoDB Local", StringComparison.Ordinal)) return Descendants(_process.Id);
        }

        throw new InvalidOperationException(await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<(int Code, string Errors)> ExitAsync()
    {
        var errors = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, await errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    public static bool IsRunning(int process)
    {
        var file = $"/proc/{process}/stat";
        try
        {
            return File.Exists(file) && State(File.ReadAllText(file)) is not ("Z" or "X");
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static List<int> Descendants(int process)
    {
        var children = Directory.GetDirectories($"/proc/{process}/task")
            .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            .ToList();
        return [.. children, .. children.SelectMany(Descendants)];
    }

    /// <summary>The field after the name, which is in parentheses and may hold anything.</summary>
    private static string State(string stat) => stat[(stat.LastIndexOf(')') + 2)..][..1];

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

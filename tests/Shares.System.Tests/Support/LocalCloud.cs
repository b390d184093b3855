using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Amazon.Runtime;

[assembly: AssemblyFixture(typeof(Shares.SystemTests.Support.LocalCloud))]

namespace Shares.SystemTests.Support;

/// <summary>The whole system on this machine, empty, for all tests of this program; stopped with everything it started.</summary>
public sealed class LocalCloud : IAsyncLifetime
{
    public const string AccountId = "111122223333";

    /// <summary>Set where the functions have just been published, so that they are what would be deployed and not what was left from another day.</summary>
    private static readonly bool RunsNative = Environment.GetEnvironmentVariable("SHARES_TESTS_NATIVE") == "true";

    private readonly HttpClient _http;
    private Process? _program;

    public LocalCloud() => _http = new(new ContractHandler(Gateway)) { Timeout = TimeSpan.FromSeconds(60) };

    public int PortBase { get; } = FreePortBase();

    public Uri Gateway => Address(80);

    /// <summary>AWS, reached from the Internet.</summary>
    public Uri Internet => Address(900);

    /// <summary>AWS, reached from inside the pipelines' VPC.</summary>
    public Uri Vpc => Address(901);

    /// <summary>DynamoDB.</summary>
    public Uri Store => Address(0);

    public HttpClient Http => _http;

    public async ValueTask InitializeAsync()
    {
        _program = Process.Start(new ProcessStartInfo(Repository.Path("infra/Local/bin", Repository.Configuration, "net10.0/Shares.Local"))
        {
            Arguments = $"--seed none --port-base {PortBase}{(RunsNative ? " --aot" : "")}",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        })!;
        var said = new List<string>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Heard(string? line)
        {
            lock (said) said.Add(line ?? "");
            if (line == "ready") ready.TrySetResult();
        }

        _program.OutputDataReceived += (_, e) => Heard(e.Data);
        _program.ErrorDataReceived += (_, e) => Heard(e.Data);
        _program.BeginOutputReadLine();
        _program.BeginErrorReadLine();
        var first = await Task.WhenAny(ready.Task, _program.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(2)));
        if (first != ready.Task)
        {
            string output;
            lock (said) output = string.Join('\n', said);
            await DisposeAsync();
            throw new InvalidOperationException($"The local cloud did not become ready:\n{output}");
        }
    }

    /// <summary>Somebody of the demo users, signed in.</summary>
    public async Task<ApiClient> SignInAsync(string user) => new(_http, Gateway, await TokenAsync(user));

    public async Task<string> TokenAsync(string user)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("username", user)]);
        using var response = await _http.PostAsync(new Uri(Gateway, "/oidc/token"), form);
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["access_token"]!;
    }

    /// <summary>Keys for a role: a project's pipeline role, or <c>admin</c>.</summary>
    public async Task<AWSCredentials> CredentialsAsync(string role)
    {
        var body = JsonNode.Parse(await _http.GetStringAsync(new Uri(Internet, $"/_local/credentials?role={role}")))!;
        return new SessionAWSCredentials((string)body["AccessKeyId"]!, (string)body["SecretAccessKey"]!, (string)body["SessionToken"]!);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_program is null) return;
        if (!_program.HasExited)
        {
            using var term = Process.Start("kill", ["-TERM", $"{_program.Id}"]);
            await term.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await _program.WaitForExitAsync(patience.Token);
        }

        _program.Dispose();
    }

    private Uri Address(int offset) => new($"http://localhost:{PortBase + offset}/");

    private static int FreePortBase()
    {
        while (true)
        {
            // Below 32768, from where on Linux gives ports to outgoing connections.
            var start = Random.Shared.Next(10, 32) * 1000;
            if (new[] { 0, 80, 900, 901 }.All(offset => IsFree(start + offset))) return start;
        }
    }

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

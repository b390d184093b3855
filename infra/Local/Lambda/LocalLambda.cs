using Shares.Local.Gateway;
using Shares.Local.Identity;

namespace Shares.Local.Lambda;

/// <summary>Runs functions as Lambda does. Disposing ends all their processes.</summary>
public sealed class LocalLambda : IFunctionInvoker, IAsyncDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    private readonly SandboxDirectory _directory;
    private readonly Dictionary<string, FunctionPool> _pools = new(StringComparer.Ordinal);
    private readonly List<FunctionLog> _logs = [];
    private readonly ITimer _retiring;

    public LocalLambda(
        IEnumerable<FunctionDefinition> functions, LambdaSettings settings, RoleCatalog roles, CredentialStore credentials, TimeProvider time)
    {
        _directory = new(credentials);
        Crashes = new(_directory);
        foreach (var function in functions)
        {
            var role = roles.Find(function.RoleName) ?? throw new InvalidOperationException($"{function.Name}: there is no role {function.RoleName}");
            var log = new FunctionLog(settings.LogDirectory, function.Name, settings.Echo);
            _logs.Add(log);
            _pools[function.Name] = new(function, StartAsync, _directory, Math.Min(settings.Concurrency, function.ReservedConcurrency ?? settings.Concurrency), time);

            Task<Sandbox> StartAsync() =>
                Sandbox.StartAsync(function, credentials.IssueFor(role, function.Name), settings.Endpoints, log, time);
        }

        _retiring = time.CreateTimer(_ => _ = RetireAsync(), null, Idle / 5, Idle / 5);
    }

    public CrashControl Crashes { get; }

    public IEnumerable<FunctionDefinition> Functions => _pools.Values.Select(pool => pool.Function);

    public bool Has(string name) => _pools.ContainsKey(name);

    /// <exception cref="KeyNotFoundException">There is no such function.</exception>
    public Task<InvocationOutcome> InvokeAsync(string name, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        _pools[name].InvokeAsync(payload, cancellationToken);

    async Task<InvokeResult> IFunctionInvoker.InvokeAsync(string logicalId, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var answer = payload.Length > PayloadLimits.Request
            ? InvocationAnswer.RequestTooLarge()
            : (await InvokeAsync(logicalId, payload, cancellationToken)).Answer;
        return new(answer.Payload, answer.IsError ? "Unhandled" : null);
    }

    public async ValueTask DisposeAsync()
    {
        await _retiring.DisposeAsync();
        foreach (var pool in _pools.Values) await pool.DisposeAsync();
        foreach (var log in _logs) log.Dispose();
    }

    private async Task RetireAsync()
    {
        foreach (var pool in _pools.Values) await pool.RetireAsync(Idle);
    }
}

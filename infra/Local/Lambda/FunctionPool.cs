using System.Collections.Concurrent;

namespace Shares.Local.Lambda;

/// <summary>The processes of one function: started when needed, kept warm, replaced when they fail. Safe for concurrent use.</summary>
/// <param name="start">Starts a process.</param>
/// <param name="concurrency">Processes at most; further invocations wait.</param>
public sealed class FunctionPool(FunctionDefinition function, Func<Task<Sandbox>> start, SandboxDirectory directory, int concurrency, TimeProvider time)
    : IAsyncDisposable
{
    /// <summary>Lambda gives 10 s, on machines that are not also compiling.</summary>
    private static readonly TimeSpan InitTimeout = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _free = new(concurrency);
    private readonly ConcurrentStack<Sandbox> _warm = new();
    private readonly ConcurrentDictionary<Sandbox, bool> _all = new();

    public FunctionDefinition Function => function;

    /// <summary>Cancelling stops the waiting, not the function, as on Lambda.</summary>
    public async Task<InvocationOutcome> InvokeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return await RunAsync(payload).WaitAsync(cancellationToken);
    }

    /// <summary>Ends the processes that had nothing to do for that long.</summary>
    public async Task RetireAsync(TimeSpan idle)
    {
        var keep = new List<Sandbox>();
        while (_warm.TryPop(out var sandbox))
        {
            if (sandbox.IsAlive && time.GetUtcNow() - sandbox.IdleSince < idle) keep.Add(sandbox);
            else await EndAsync(sandbox);
        }

        foreach (var sandbox in keep) _warm.Push(sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var sandbox in _all.Keys) await EndAsync(sandbox);
        _free.Dispose();
    }

    private async Task<InvocationOutcome> RunAsync(ReadOnlyMemory<byte> payload)
    {
        try
        {
            var requestId = Guid.CreateVersion7(time.GetUtcNow()).ToString();
            while (true)
            {
                var isWarm = _warm.TryPop(out var sandbox);
                if (isWarm && !sandbox!.IsAlive)
                {
                    await EndAsync(sandbox);
                    continue;
                }

                var (outcome, wasTaken) = await RunAsync(sandbox, requestId, payload);
                // Whoever died unseen while it was idle has not done anything yet.
                if (wasTaken || !isWarm) return outcome;
            }
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task<(InvocationOutcome Outcome, bool WasTaken)> RunAsync(Sandbox? warm, string requestId, ReadOnlyMemory<byte> payload)
    {
        var sandbox = warm;
        if (sandbox is null)
        {
            if (!File.Exists(function.Program))
                return (new(requestId, InvocationAnswer.NotStarted(requestId, $"{function.Program} is missing; build it first"), Log: null), true);
            sandbox = await start();
            _all[sandbox] = true;
            directory.Add(function.Name, sandbox);
            if (await sandbox.InitializeAsync(requestId, InitTimeout) is { } failure)
            {
                await EndAsync(sandbox);
                return (new(requestId, failure, sandbox.Tail), true);
            }
        }
        else
        {
            sandbox.BeginInvocation();
        }

        var (answer, wasTaken) = await sandbox.InvokeAsync(requestId, payload);
        var outcome = new InvocationOutcome(requestId, answer, sandbox.Tail);
        if (sandbox.IsAlive)
        {
            sandbox.IdleSince = time.GetUtcNow();
            _warm.Push(sandbox);
        }
        else
        {
            await EndAsync(sandbox);
        }

        return (outcome, wasTaken);
    }

    private async Task EndAsync(Sandbox sandbox)
    {
        if (!_all.TryRemove(sandbox, out _)) return;
        directory.Remove(sandbox);
        await sandbox.DisposeAsync();
    }
}

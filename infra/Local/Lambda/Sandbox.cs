using Shares.Local.Identity;
using Shares.Local.Processes;

namespace Shares.Local.Lambda;

/// <summary>One process of a function with its Runtime API and its keys. Handles one invocation at a time; once it failed it is never used again.</summary>
public sealed class Sandbox : IAsyncDisposable
{
    private readonly FunctionDefinition _function;
    private readonly TimeProvider _time;
    private readonly RuntimeApi _api;
    private readonly ChildProcess _process;
    private readonly SandboxOutput _output;
    private volatile bool _wasKilled;

    private Sandbox(FunctionDefinition function, Credential credential, RuntimeApi api, ChildProcess process, SandboxOutput output, TimeProvider time)
    {
        (_function, Credential, _api, _process, _output, _time) = (function, credential, api, process, output, time);
    }

    public Credential Credential { get; }

    /// <summary>Of the latest invocation, or of the start before the first.</summary>
    public LogTail Tail => _output.Tail;

    public bool IsAlive => !_wasKilled && !_process.Exited.IsCompleted;

    public int ProcessId => _process.Id;

    public DateTimeOffset IdleSince { get; set; }

    public static async Task<Sandbox> StartAsync(
        FunctionDefinition function, Credential credential, AwsEndpoints endpoints, FunctionLog log, TimeProvider time)
    {
        var api = await RuntimeApi.StartAsync(function);
        var output = new SandboxOutput(log);
        var process = await ChildProcess.StartAsync(
            new ChildProgram(function.Program, Path.GetDirectoryName(function.Program)!)
            {
                Environment = FunctionEnvironment.For(function, credential, api.Address, endpoints),
            },
            output.Write);
        return new Sandbox(function, credential, api, process, output, time);
    }

    /// <returns><see langword="null"/> when the process is ready for invocations.</returns>
    public async Task<InvocationAnswer?> InitializeAsync(string requestId, TimeSpan timeout)
    {
        var conversation = _api.Conversation;
        try
        {
            await Task.WhenAny(conversation.Initialized, conversation.InitFailed, _process.Exited).WaitAsync(timeout, _time);
        }
        catch (TimeoutException)
        {
            return InvocationAnswer.InitTimedOut(requestId, timeout);
        }

        if (conversation.Initialized.IsCompleted) return null;
        return conversation.InitFailed.IsCompleted
            ? await conversation.InitFailed
            : InvocationAnswer.Exited(requestId, await _process.Exited);
    }

    /// <returns><c>WasTaken</c> is false when the process ended before it saw the event, so that another may have it.</returns>
    public async Task<(InvocationAnswer Answer, bool WasTaken)> InvokeAsync(string requestId, ReadOnlyMemory<byte> payload)
    {
        var started = _time.GetTimestamp();
        var invocation = new Invocation(requestId, payload, _time.GetUtcNow() + _function.Timeout);
        _output.Write($"START RequestId: {requestId} Version: $LATEST");
        if (!_api.Conversation.TryGive(invocation)) throw new InvalidOperationException("The process has an invocation already.");
        var answer = await AnswerAsync(invocation);
        _output.Write($"END RequestId: {requestId}");
        _output.Write(FormattableString.Invariant(
            $"REPORT RequestId: {requestId}\tDuration: {_time.GetElapsedTime(started).TotalMilliseconds:0.00} ms\tMemory Size: {_function.MemoryMegabytes} MB"));
        return (answer, invocation.WasTaken);
    }

    /// <summary>What is printed from now on belongs to a new invocation.</summary>
    public void BeginInvocation() => _output.BeginInvocation();

    public void Kill()
    {
        _wasKilled = true;
        _process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.Exited;
        _process.Dispose();
        await _api.DisposeAsync();
    }

    private async Task<InvocationAnswer> AnswerAsync(Invocation invocation)
    {
        try
        {
            await Task.WhenAny(invocation.Answer, _process.Exited).WaitAsync(_function.Timeout, _time);
        }
        catch (TimeoutException)
        {
            Kill();
            return InvocationAnswer.TimedOut(invocation.RequestId, _function.Timeout);
        }

        return invocation.Answer.IsCompleted ? await invocation.Answer : InvocationAnswer.Exited(invocation.RequestId, await _process.Exited);
    }
}

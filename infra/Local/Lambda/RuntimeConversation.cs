using System.Threading.Channels;

namespace Shares.Local.Lambda;

/// <summary>Keeps one process to the order of the Runtime API: next, answer, next, answer.</summary>
public sealed class RuntimeConversation
{
    private enum State { Starting, Waiting, Busy, Answered, Failed }

    private readonly Lock _gate = new();
    private readonly Channel<Invocation> _work = Channel.CreateBounded<Invocation>(1);
    private readonly TaskCompletionSource _initialized = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InvocationAnswer> _initFailed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private State _state = State.Starting;
    private Invocation? _current;

    /// <summary>Completes at the first <c>next</c>.</summary>
    public Task Initialized => _initialized.Task;

    /// <summary>Completes when the process says that it cannot start.</summary>
    public Task<InvocationAnswer> InitFailed => _initFailed.Task;

    /// <summary>Gives the process something to do; at most one thing at a time.</summary>
    public bool TryGive(Invocation invocation) => _work.Writer.TryWrite(invocation);

    /// <returns><see langword="null"/> when it is not the process's turn to ask.</returns>
    public async Task<Invocation?> NextAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_state is not (State.Starting or State.Answered)) return null;
            _state = State.Waiting;
        }

        _initialized.TrySetResult();
        try
        {
            var invocation = await _work.Reader.ReadAsync(cancellationToken);
            invocation.WasTaken = true;
            lock (_gate) (_state, _current) = (State.Busy, invocation);
            return invocation;
        }
        catch (OperationCanceledException)
        {
            // The process gave up the connection; it may ask again.
            lock (_gate) _state = State.Answered;
            throw;
        }
    }

    public RuntimeVerdict Answer(string requestId, InvocationAnswer answer)
    {
        lock (_gate)
        {
            if (_current?.RequestId != requestId) return RuntimeVerdict.UnknownRequest;
            if (_state is not State.Busy) return RuntimeVerdict.WrongOrder;
            _state = State.Answered;
        }

        _current.Complete(answer);
        return RuntimeVerdict.Accepted;
    }

    public RuntimeVerdict FailInit(InvocationAnswer answer)
    {
        lock (_gate)
        {
            if (_state is not State.Starting) return RuntimeVerdict.WrongOrder;
            _state = State.Failed;
        }

        _initFailed.TrySetResult(answer);
        return RuntimeVerdict.Accepted;
    }
}

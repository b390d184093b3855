using Microsoft.Extensions.Logging.Abstractions;
using Shares.Local.Events;
using Shares.Local.Gateway;
using Shares.Local.Tests.Policies;
using Shares.Local.Trail;

namespace Shares.Local.Tests.Trail;

/// <summary>Shared storage whose requests are kept, to look at what the trail hears of.</summary>
public sealed class TrailWorld : IAsyncLifetime
{
    private readonly List<ObjectRequest> _requests = [];
    private TaskCompletionSource _more = NewSignal();

    public SharedStorage Storage { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Storage.InitializeAsync();
        Storage.Aws.Service<ObjectRequests>().Listener += request =>
        {
            lock (_requests)
            {
                _requests.Add(request);
                _more.TrySetResult();
            }
        };
    }

    public ValueTask DisposeAsync() => Storage.DisposeAsync();

    public void Forget()
    {
        lock (_requests) _requests.Clear();
    }

    /// <summary>Waits until a request is over, which the client may see before the server does.</summary>
    public async Task<ObjectRequest> OnlyAsync()
    {
        while (true)
        {
            Task more;
            lock (_requests)
            {
                if (_requests is [var only]) return only;
                Assert.Empty(_requests);
                more = (_more = NewSignal()).Task;
            }

            await more.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
    }

    public int Count
    {
        get
        {
            lock (_requests) return _requests.Count;
        }
    }

    internal static AsyncInvoker Invoker(IFunctionInvoker functions, TimeProvider time) => new(functions, time, NullLogger<AsyncInvoker>.Instance);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

using Amazon.DynamoDBv2;

namespace Shares.Testing.DynamoDb;

/// <summary>A client of the real store that lets something else happen right before its nth call, once.</summary>
public sealed class InterruptedDynamoDb : IDisposable
{
    private readonly InterruptBeforeCall _handler;

    /// <param name="call">From 1.</param>
    public InterruptedDynamoDb(Uri endpoint, int call, Func<Task> interruption)
    {
        _handler = new InterruptBeforeCall(call, interruption);
        Client = DynamoDbLocal.Client(endpoint, config => config.HttpClientFactory = new ThroughHandler(_handler));
    }

    public IAmazonDynamoDB Client { get; }

    /// <summary>False: the work was done with fewer calls.</summary>
    public bool WasInterrupted => _handler.Calls >= _handler.Call;

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
    }

    private sealed class InterruptBeforeCall(int call, Func<Task> interruption) : DelegatingHandler
    {
        private int _calls;

        public int Call => call;

        public int Calls => Volatile.Read(ref _calls);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _calls) == call) await interruption();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}

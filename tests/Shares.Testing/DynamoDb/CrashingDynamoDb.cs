using Amazon.DynamoDBv2;

namespace Shares.Testing.DynamoDb;

/// <summary>
/// A client of the real store for which the program dies right after its nth successful call: that call took effect, its answer
/// never arrives, and every later call dies too.
/// </summary>
public sealed class CrashingDynamoDb : IDisposable
{
    private readonly CrashAfterCalls _handler;

    /// <param name="calls">How many calls take effect; 0 dies before the first.</param>
    public CrashingDynamoDb(Uri endpoint, int calls)
    {
        _handler = new CrashAfterCalls(calls);
        Client = DynamoDbLocal.Client(endpoint, config => config.HttpClientFactory = new ThroughHandler(_handler));
    }

    public IAmazonDynamoDB Client { get; }

    /// <summary>False: the work was done with fewer calls.</summary>
    public bool HasCrashed => _handler.HasCrashed;

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
    }

    private sealed class CrashAfterCalls(int calls) : DelegatingHandler
    {
        private int _succeeded;

        public bool HasCrashed { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!HasCrashed && Volatile.Read(ref _succeeded) < calls)
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (!response.IsSuccessStatusCode || Interlocked.Increment(ref _succeeded) < calls) return response;
                response.Dispose();
            }

            HasCrashed = true;
            throw new CrashException();
        }
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;

namespace Shares.Testing.DynamoDb;

/// <summary>
/// A client of the real store that adds up what its calls cost: round trips, of which calls side by side are one, and request units, as the store itself reports them or,
/// for transactions, as <see cref="TransactionUnits"/> counts them. Units do not depend on the machine.
/// </summary>
public sealed class MeteredDynamoDb : IDisposable
{
    private readonly Meter _meter = new();

    /// <param name="timeout">Of a call; null for that of tests.</param>
    public MeteredDynamoDb(Uri endpoint, TimeSpan? timeout = null) => Client = DynamoDbLocal.Client(endpoint, config =>
        (config.HttpClientFactory, config.Timeout) = (new ThroughHandler(_meter), timeout ?? config.Timeout));

    public IAmazonDynamoDB Client { get; }

    public int RoundTrips => _meter.RoundTrips;

    public decimal ReadUnits => _meter.ReadUnits;

    public decimal WriteUnits => _meter.WriteUnits;

    /// <summary>Bodies of the store's answers.</summary>
    public long BytesReturned => _meter.BytesReturned;

    public void Reset() => _meter.Reset();

    public void Dispose()
    {
        Client.Dispose();
        _meter.Dispose();
    }

    private sealed class Meter : DelegatingHandler
    {
        private static readonly string[] Reads = ["GetItem", "BatchGetItem", "Query"];
        private readonly Lock _counting = new();
        private int _underWay;

        public int RoundTrips { get; private set; }
        public decimal ReadUnits { get; private set; }
        public decimal WriteUnits { get; private set; }
        public long BytesReturned { get; private set; }

        public void Reset() => (RoundTrips, ReadUnits, WriteUnits, BytesReturned) = (0, 0, 0, 0);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_counting)
            {
                if (_underWay++ == 0) RoundTrips++;
            }

            try
            {
                return await MeasureAsync(request, cancellationToken);
            }
            finally
            {
                lock (_counting) _underWay--;
            }
        }

        private async Task<HttpResponseMessage> MeasureAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
            var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
            body["ReturnConsumedCapacity"] = "TOTAL";
            request.Content = StoreProtocol.Content(body);
            var transaction = operation == "TransactWriteItems" ? new TransactionUnits(body, request.RequestUri!, base.SendAsync) : null;
            if (transaction is not null) await transaction.MeasureAsync(cancellationToken);

            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            if (transaction is not null) await transaction.MeasureAsync(cancellationToken);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            var units = transaction?.Total ?? Units(answer?["ConsumedCapacity"]);
            lock (_counting)
            {
                BytesReturned += response.Content.Headers.ContentLength ?? 0;
                if (Reads.Contains(operation)) ReadUnits += units;
                else WriteUnits += units;
            }

            return response;
        }

        private static decimal Units(JsonNode? consumed) => consumed switch
        {
            null => 0,
            JsonArray tables => tables.Sum(Units),
            _ => decimal.Parse(consumed["CapacityUnits"]!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
        };
    }
}

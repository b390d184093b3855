using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;

namespace Shares.Testing.DynamoDb;

/// <summary>
/// A client of the real store that adds up what its calls cost: round trips, and request units as the store itself reports them. Units
/// do not depend on the machine.
/// </summary>
public sealed class MeteredDynamoDb : IDisposable
{
    private readonly Meter _meter = new();

    public MeteredDynamoDb(Uri endpoint) => Client = DynamoDbLocal.Client(endpoint, config => config.HttpClientFactory = new ThroughHandler(_meter));

    public IAmazonDynamoDB Client { get; }

    public int RoundTrips => _meter.RoundTrips;

    public decimal ReadUnits => _meter.ReadUnits;

    public decimal WriteUnits => _meter.WriteUnits;

    public void Reset() => _meter.Reset();

    public void Dispose()
    {
        Client.Dispose();
        _meter.Dispose();
    }

    private sealed class Meter : DelegatingHandler
    {
        private static readonly string[] Reads = ["GetItem", "BatchGetItem", "Query", "TransactGetItems"];
        private readonly Lock _counting = new();

        public int RoundTrips { get; private set; }
        public decimal ReadUnits { get; private set; }
        public decimal WriteUnits { get; private set; }

        public void Reset() => (RoundTrips, ReadUnits, WriteUnits) = (0, 0, 0);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
            request.Content = Asking(await request.Content!.ReadAsStringAsync(cancellationToken));
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var units = Units(JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))?["ConsumedCapacity"]);
            lock (_counting)
            {
                RoundTrips++;
                if (Reads.Contains(operation)) ReadUnits += units;
                else WriteUnits += units;
            }

            return response;
        }

        /// <summary>The store does not check the signature, so the body may be changed after it was made.</summary>
        private static StringContent Asking(string body)
        {
            var json = JsonNode.Parse(body)!;
            json["ReturnConsumedCapacity"] = "TOTAL";
            return new StringContent(json.ToJsonString(), new MediaTypeHeaderValue("application/x-amz-json-1.0"));
        }

        private static decimal Units(JsonNode? consumed) => consumed switch
        {
            null => 0,
            JsonArray tables => tables.Sum(Units),
            _ => decimal.Parse(consumed["CapacityUnits"]!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
        };
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shares.Aws.Objects;
using Shares.Core.Egress.Attributing;
using Shares.Data;
using Shares.Egress.RecordDelivery;
using Shares.Hosting;
using Shares.Testing.Trail;

namespace Shares.Egress.Tests.World;

/// <summary>One process of the function, an hour after midnight, with a client of the table that a test may let fail.</summary>
internal sealed class Function : IAsyncDisposable
{
    private static readonly AttributionContext Attribution =
        new("aws", TrailRecord.Region, TrailRecord.AccountId, TrailRecord.PipelineRole, TrailRecord.DownloadRole);

    private readonly LambdaRuntime _runtime;
    private readonly ServiceProvider _services;
    private readonly MemoryStream _output = new();

    public Function(Ledgers ledgers, DateOnly day, IAmazonDynamoDB? client = null, string bucket = ReportsBuckets.Usual)
    {
        var receivedAt = new DateTimeOffset(day, new TimeOnly(1, 0), TimeSpan.Zero);
        _runtime = LambdaRuntime.Create(new ConfigurationBuilder().Build(), _output, new FixedTime(receivedAt));
        var settings = new EgressSettings(ledgers.Store.Name, Attribution, new S3Location(TrailRecord.Region, ledgers.Buckets.Address), bucket);
        _services = new ServiceCollection()
            .AddSingleton(_runtime.LoggerFactory).AddLogging().AddSingleton(_runtime.Time).AddSingleton(_runtime.Metrics)
            .AddSharesData(ledgers.Store.Name, client ?? ledgers.Store.Client)
            .AddSingleton<IAmazonS3>(_ => S3Client.Create(settings.S3, new AnonymousAWSCredentials()))
            .AddEgress(settings)
            .BuildServiceProvider();
    }

    /// <summary>What it has logged and measured, a JSON object a line.</summary>
    public IReadOnlyList<JsonNode> Output
    {
        get
        {
            _runtime.Metrics.Flush();
            return [.. Encoding.UTF8.GetString(_output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        }
    }

    /// <summary>The values of a metric since the start.</summary>
    public IReadOnlyList<double> Measured(string name) =>
        [.. Output.Select(line => line[name]).OfType<JsonArray>().SelectMany(values => values.Select(value => value!.GetValue<double>()))];

    public Task DeliverAsync(params IEnumerable<TrailRecord> records) => DeliverAsync(records.Select(record => record.ToJson()));

    public Task DeliverAsync(IEnumerable<string> messages) => DeliverAsync(TrailDelivery.Pack(TrailDelivery.Subscription(messages)));

    public Task DeliverAsync(byte[] packed) => InvokeAsync(TrailDelivery.Event(packed));

    /// <param name="json">The event as Lambda has it.</param>
    public Task InvokeAsync(string json)
    {
        var delivery = JsonSerializer.Deserialize(json, EgressJson.Default.LogDelivery)!;
        var context = new InvocationContext("invocation", "arn:aws:lambda:test", DateTimeOffset.MaxValue, null);
        return _services.GetRequiredService<DeliveryHandler>().HandleAsync(delivery, context, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _runtime.Dispose();
        await _output.DisposeAsync();
    }
}

using System.Text;
using Amazon.DynamoDBv2;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shares.Aws.Bills;
using Shares.Aws.Metering;
using Shares.Aws.Topics;
using Shares.Billing.RefreshAddresses;
using Shares.Billing.Tests.Faults;
using Shares.Core;
using Shares.Core.Egress.Attributing;
using Shares.Core.Egress.Costs;
using Shares.Data;
using Shares.Hosting;
using Shares.Testing.DynamoDb;
using Shares.Testing.Trail;

namespace Shares.Billing.Tests.World;

/// <summary>What the function works on: a table and buckets of its own, AWS as a test wants it, and a clock.</summary>
public sealed class Office : IAsyncDisposable
{
    public const string Region = "us-east-1";
    public const long Gigabyte = 1L << 30;

    public static readonly PriceList Prices = new(
        Region, "2026-01-01",
        new(Currency.Usd, new ByteCount(100 * Gigabyte), [new(null, 0.09m)]),
        new(Currency.Usd, default, [new(null, 0.02m)]));

    private readonly Storage _storage;
    private readonly AmazonS3Client _s3;
    private readonly ServiceProvider _data;

    private Office(Storage storage, TestTable table, DateTimeOffset now)
    {
        (_storage, _s3, Table, Time) = (storage, storage.Client(), table, new Clock(now));
        _data = new ServiceCollection().AddSingleton<TimeProvider>(Time).AddSharesData(table.Name, table.Client).BuildServiceProvider();
    }

    public TestTable Table { get; }

    public FakeAws Aws { get; } = new();

    public Clock Time { get; }

    public string TrailBucket { get; } = $"trail-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";

    public string ReportsBucket { get; } = $"reports-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";

    /// <summary>Where storage is; null: it works.</summary>
    public Uri? StorageInstead { get; set; }

    public T Of<T>() where T : notnull => _data.GetRequiredService<T>();

    public static async Task<Office> OpenAsync(Storage storage, Tables tables, DateTimeOffset now)
    {
        var office = new Office(storage, await tables.NewAsync(), now);
        await office._s3.PutBucketAsync(office.TrailBucket);
        await office._s3.PutBucketAsync(office.ReportsBucket);
        return office;
    }

    /// <summary>One run of the function.</summary>
    /// <param name="client">Of the table; null: one that works.</param>
    /// <param name="network">Between the run and all of AWS; null: one that works.</param>
    /// <returns>What it measured and logged, a JSON object a line.</returns>
    public async Task<string> RunAsync(Job job, IAmazonDynamoDB? client = null, TimeSpan? left = null, FaultyNetwork? network = null) =>
        await RunAsync(ContractName.Of(job), client, left, network);

    public async Task<string> RunAsync(string job, IAmazonDynamoDB? client = null, TimeSpan? left = null, FaultyNetwork? network = null)
    {
        using var output = new MemoryStream();
        using var runtime = LambdaRuntime.Create(new ConfigurationBuilder().Build(), output, Time);
        using var s3 = network is null ? _storage.Client(StorageInstead) : _storage.Client(network);
        using var faulty = network is null ? null : DynamoDbLocal.Client(
            Table.Endpoint, config => (config.HttpClientFactory, config.MaxErrorRetry) = (new ThroughHandler(network.To()), network.Repetitions));
        await using var services = new ServiceCollection()
            .AddSingleton(runtime.LoggerFactory).AddLogging().AddSingleton<TimeProvider>(Time).AddSingleton(runtime.Metrics)
            .AddSharesData(Table.Name, faulty ?? client ?? Table.Client)
            .AddSingleton<IAmazonS3>(s3)
            .AddSingleton(new CostExplorerClient(Http("ce.test", network), Region, Time))
            .AddSingleton(new CloudWatchClient(Http("monitoring.test", network)))
            .AddSingleton(new TopicClient(Http("sns.test", network), "arn:aws:sns:us-east-1:111122223333:egress"))
            .AddSingleton(new PublishedAddresses(Http("addresses.test", network), new("http://addresses.test/")))
            .AddBilling(new BillingSettings(
                Table.Name, new AttributionContext("aws", Region, TrailRecord.AccountId, TrailRecord.PipelineRole, TrailRecord.DownloadRole),
                TrailBucket, ReportsBucket, "arn:aws:sns:us-east-1:111122223333:egress", "Research", new("http://addresses.test/"), TimeSpan.FromHours(8), Prices,
                new(null, null, null, null)))
            .BuildServiceProvider();
        var context = new InvocationContext("request", "arn:aws:lambda:test", Time.GetUtcNow() + (left ?? TimeSpan.FromMinutes(15)), null);
        try
        {
            await services.GetRequiredService<BillingHandler>().HandleAsync(new Wake(job), context, TestContext.Current.CancellationToken);
        }
        finally
        {
            runtime.Metrics.Flush();
            LastOutput = Encoding.UTF8.GetString(output.ToArray());
        }

        return LastOutput;
    }

    /// <summary>Of the last run, also when it failed.</summary>
    public string LastOutput { get; private set; } = "";

    /// <summary>Runs until the work is done without a crash, dying after one more call to the table each time.</summary>
    /// <returns>How often it died.</returns>
    public async Task<int> CrashEverywhereAsync(Job job)
    {
        for (var calls = 0; ; calls++)
        {
            using var crashing = new CrashingDynamoDb(Table.Endpoint, calls);
            try
            {
                await RunAsync(job, crashing.Client);
            }
            catch (Exception) when (crashing.HasCrashed)
            {
                // This is what the test is about.
            }

            if (!crashing.HasCrashed) return calls;
        }
    }

    public Task PutAsync(string bucket, string key, byte[] body) =>
        _s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, InputStream = new MemoryStream(body) });

    public async Task<byte[]> ReadAsync(string bucket, string key)
    {
        using var found = await _s3.GetObjectAsync(bucket, key);
        using var body = new MemoryStream();
        await found.ResponseStream.CopyToAsync(body);
        return body.ToArray();
    }

    /// <summary>Null: there is none.</summary>
    public async Task<byte[]?> FindObjectAsync(string bucket, string key)
    {
        try
        {
            return await ReadAsync(bucket, key);
        }
        catch (NoSuchKeyException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _s3.Dispose();
        Aws.Dispose();
        await _data.DisposeAsync();
    }

    private HttpClient Http(string host, FaultyNetwork? network) =>
        new(network?.To(Aws) ?? (HttpMessageHandler)Aws, disposeHandler: false) { BaseAddress = new Uri($"http://{host}/") };
}

using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Shares.Data.Audit;
using Shares.Data.Datasets;
using Shares.Data.Egress;
using Shares.Data.Governance;
using Shares.Data.Idempotency;
using Shares.Data.Projects;
using Shares.Data.Rates;
using Shares.Data.Requests;
using Shares.Data.Sharing;
using Shares.Data.Store;

namespace Shares.Data;

public static class DataServices
{
    /// <summary>Registers every store of the table as a singleton. The container provides <see cref="TimeProvider"/>.</summary>
    /// <param name="client">Null: one with the environment's credentials, Region and endpoint.</param>
    public static IServiceCollection AddSharesData(this IServiceCollection services, string tableName, IAmazonDynamoDB? client = null)
    {
        // The container disposes what it makes itself and leaves alone what it is given.
        _ = client is null ? services.AddSingleton<IAmazonDynamoDB>(_ => NewClient()) : services.AddSingleton(client);
        return services
            .AddSingleton(provider => new Table(provider.GetRequiredService<IAmazonDynamoDB>(), tableName, Time(provider)))
            .AddSingleton(provider => new RequestReader(Table(provider)))
            .AddSingleton(provider => new ProjectStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new MemberStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new DatasetStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new SelectionReader(Table(provider)))
            .AddSingleton(provider => new ShareStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new EnforcementStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new KeptStorageStore(Table(provider)))
            .AddSingleton(provider => new CanaryStore(Table(provider)))
            .AddSingleton(provider => new LiveGrantStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new UsageStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new LedgerStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new LedgerReader(Table(provider)))
            .AddSingleton(provider => new StatementStore(Table(provider)))
            .AddSingleton(provider => new EgressUseReader(provider.GetRequiredService<LedgerReader>(), provider.GetRequiredService<StatementStore>()))
            .AddSingleton(provider => new BillStore(Table(provider)))
            .AddSingleton(provider => new CrossCheckStore(Table(provider)))
            .AddSingleton(provider => new TrailFileStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new NoticeStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new PublisherFinder(Table(provider)))
            .AddSingleton(provider => new EgressRecorder(provider.GetRequiredService<PublisherFinder>(), provider.GetRequiredService<LedgerStore>()))
            .AddSingleton(provider => new KeywordStore(Table(provider)))
            .AddSingleton(provider => new AuditStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new IdempotencyStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new RateStore(Table(provider), Time(provider)))
            .AddSingleton(provider => new ClassificationStore(Table(provider)));
    }

    /// <summary>
    /// The store answers within milliseconds. A request that does not is given up and sent again, three times in all, which ends well
    /// within the 30 seconds of a request; a busy development machine needs the rest of the five seconds.
    /// </summary>
    private static AmazonDynamoDBClient NewClient() => new(new AmazonDynamoDBConfig
    {
        Timeout = TimeSpan.FromSeconds(5),
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 2,
    });

    private static Table Table(IServiceProvider provider) => provider.GetRequiredService<Table>();

    private static TimeProvider Time(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}

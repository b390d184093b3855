using Amazon.DynamoDBv2;
using Microsoft.Extensions.DependencyInjection;
using Shares.Data.Audit;
using Shares.Data.Datasets;
using Shares.Data.Egress;
using Shares.Data.Items;
using Shares.Data.Projects;
using Shares.Data.Requests;
using Shares.Data.Sharing;
using Shares.Testing.DynamoDb;

// One DynamoDB Local serves all: classes beside each other would only wait for each other's locks, for longer than it has patience.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Shares.Data.Tests;

/// <summary>A table for a test class, with the stores on it as a function has them.</summary>
public class TableFixture : IAsyncLifetime
{
    public TestTable Table { get; private set; } = null!;
    public Stores Stores { get; private set; } = null!;

    protected virtual bool HasStream => false;

    public async ValueTask InitializeAsync()
    {
        Table = await TestTable.CreateAsync(HasStream);
        Stores = With(Table.Client);
    }

    public Stores With(IAmazonDynamoDB client) => new(new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSharesData(Table.Name, client)
        .BuildServiceProvider());

    public async ValueTask DisposeAsync()
    {
        await Table.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class Stores(ServiceProvider services)
{
    public Data.Store.Table Table => services.GetRequiredService<Data.Store.Table>();
    public RequestReader Requests => services.GetRequiredService<RequestReader>();
    public ProjectStore Projects => services.GetRequiredService<ProjectStore>();
    public MemberStore Members => services.GetRequiredService<MemberStore>();
    public DatasetStore Datasets => services.GetRequiredService<DatasetStore>();
    public SelectionReader Selections => services.GetRequiredService<SelectionReader>();
    public ShareStore Shares => services.GetRequiredService<ShareStore>();
    public EnforcementStore Enforcements => services.GetRequiredService<EnforcementStore>();
    public KeywordStore Keywords => services.GetRequiredService<KeywordStore>();
    public AuditStore Audit => services.GetRequiredService<AuditStore>();
    public UsageStore Usages => services.GetRequiredService<UsageStore>();
    public LiveGrantStore Grants => services.GetRequiredService<LiveGrantStore>();
    public LedgerStore Ledger => services.GetRequiredService<LedgerStore>();
    public LedgerReader LedgerReader => services.GetRequiredService<LedgerReader>();
    public KeptStorageStore Kept => services.GetRequiredService<KeptStorageStore>();

    public async Task<IReadOnlyList<string>> SortsOf(string partition) =>
        await Table.QueryAsync(partition, null, null, null, default).Select(item => item["SK"].S).ToListAsync();

    public async Task<IReadOnlyList<string>> SubscribersOf(Core.Ids.ShareId share) =>
        [.. (await SortsOf(ShareItem.Partition(share))).Where(sort => sort.StartsWith(SubscriberItem.Prefix, StringComparison.Ordinal))];
}

using Amazon.DynamoDBv2;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Egress;
using Shares.Data.Items;
using Shares.Data.Store;
using Shares.Testing.DynamoDb;
using Shares.Testing.Trail;

[assembly: AssemblyFixture(typeof(Shares.Egress.Tests.World.Ledgers))]

// One DynamoDB Local serves all: classes beside each other would only wait for each other's locks.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Shares.Egress.Tests.World;

/// <summary>
/// The table that all tests of this program share; each has a day of its own, of which nothing else is in the ledger. It holds the first share of
/// <see cref="AnyStream"/>; the second is deleted, and only its bucket is known; of the third nothing is.
/// </summary>
public sealed class Ledgers : IAsyncLifetime
{
    private static int _days;

    public TestTable Store { get; private set; } = null!;

    public ReportsBuckets Buckets { get; private set; } = null!;

    /// <summary>Not in the past, where DynamoDB would remove markers.</summary>
    public static DateOnly NextDay() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(Interlocked.Increment(ref _days));

    public async ValueTask InitializeAsync()
    {
        (Store, Buckets) = (await TestTable.CreateAsync(), await ReportsBuckets.StartAsync());
        var (share, bucket) = (AnyStream.Shares[0], AnyStream.BucketOf(AnyStream.Shares[1]));
        var table = TableOf(Store.Client);
        await table.PutManyAsync(
            [
                ShareItem.ToItem(new Share
                {
                    Id = share, Name = "atlas", PublisherId = AnyStream.Publishers[share], Selection = new([]), SharedProjectIds = [], IsViewRestricted = false,
                    CreatedBy = UserId.Parse("ada"), CreatedAt = default, UpdatedAt = default,
                }),
                BucketItem.KeyOf(bucket).ToItem().With("Project", AnyStream.Publishers[AnyStream.Shares[1]].ToString()),
            ], default);
    }

    /// <summary>All that was recorded of a day, whoever it counts for.</summary>
    public async Task<IReadOnlyDictionary<LedgerRow, EgressAmount>> ReadAsync(DateOnly day)
    {
        var (reader, rows) = (new LedgerReader(TableOf(Store.Client)), new Dictionary<LedgerRow, EgressAmount>());
        foreach (var publisher in await reader.PublishersAsync(BillingPeriod.Of(day), default))
        {
            await foreach (var entry in reader.ReadAsync(publisher, day, day, default)) rows[new LedgerRow.Attributed(publisher, entry.Key)] = entry.Amount;
        }

        await foreach (var entry in reader.ReadUnattributedAsync(BillingPeriod.Of(day), default))
        {
            if (entry.Key.Day == day) rows[new LedgerRow.Unattributed(entry.Key)] = entry.Amount;
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Buckets.DisposeAsync();
    }

    private Table TableOf(IAmazonDynamoDB client) => new(client, Store.Name, TimeProvider.System);
}

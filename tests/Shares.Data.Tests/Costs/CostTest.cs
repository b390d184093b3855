using Shares.Core.Access;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Testing.DynamoDb;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Costs;

/// <summary>
/// What use cases cost in round trips and request units, which do not depend on the machine: the table at the end of docs/table.md, row by
/// row. A test's diagnostic message says what it measured.
/// </summary>
public abstract class CostTest : IClassFixture<TableFixture>, IAsyncDisposable
{
    protected static readonly Caller.Person Person = new(Ada, "", []);

    private readonly MeteredDynamoDb _meter;

    protected CostTest(TableFixture fixture)
    {
        _meter = new(fixture.Table.Endpoint);
        Stores = fixture.With(_meter.Client);
    }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected Stores Stores { get; }

    public ValueTask DisposeAsync()
    {
        _meter.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected async Task CostsAsync(int roundTrips, decimal reads, decimal writes, Func<Task> work)
    {
        _meter.Reset();
        await work();
        TestContext.Current.SendDiagnosticMessage(
            $"{TestContext.Current.TestCase!.TestMethodName}: {_meter.RoundTrips} round trips, {_meter.ReadUnits} reads, {_meter.WriteUnits} writes");
        Assert.InRange(_meter.RoundTrips, 1, roundTrips);
        Assert.InRange(_meter.ReadUnits, reads > 0 ? 1 : 0, reads);
        Assert.InRange(_meter.WriteUnits, writes > 0 ? 1 : 0, writes);
    }

    protected async Task<ProjectId> PublisherAsync() => (await Stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow().Id;

    protected async Task<Share> PublishAsync(IEnumerable<ProjectId> labs) => await CreateAsync(Share(await PublisherAsync(), labs));

    protected async Task<Share> CreateAsync(Share share) => (await Stores.Shares.CreateAsync(share, AsAda, Ct)).ValueOrThrow();
}

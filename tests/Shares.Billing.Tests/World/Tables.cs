using Shares.Testing.DynamoDb;

namespace Shares.Billing.Tests.World;

/// <summary>A table for a test class; what is in it is told apart by tests through their months, publishers and shares.</summary>
public sealed class Tables : IAsyncLifetime
{
    private readonly List<TestTable> _tables = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task<TestTable> NewAsync()
    {
        _tables.Add(await TestTable.CreateAsync());
        return _tables[^1];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables) await table.DisposeAsync();
    }
}

using Shares.Local.DynamoDb;
using Shares.Local.Tests.Template;

[assembly: AssemblyFixture(typeof(Shares.Local.Tests.DynamoDb.DynamoDbLocalFixture))]

namespace Shares.Local.Tests.DynamoDb;

/// <summary>One DynamoDB Local for all tests of this project; each test makes a table of its own.</summary>
public sealed class DynamoDbLocalFixture : IAsyncLifetime
{
    public static string Packages { get; } = Path.Combine(RealTemplate.Root, "infra", "Local", "node_modules");

    public DynamoDbLocal Local { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Local = await DynamoDbLocal.StartAsync(Packages, dataDirectory: null, CancellationToken.None);

    public ValueTask DisposeAsync() => Local.DisposeAsync();
}

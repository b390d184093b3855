using Shares.SystemTests.Support;

namespace Shares.SystemTests.Cirro;

/// <summary>A publisher that may publish, and labs, for the tests of one class.</summary>
public sealed class CirroWorld(LocalCloud cloud) : IAsyncLifetime
{
    public World World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await World.CreateAsync(cloud);
        await World.AllowSharingAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal Task<CirroClient> SignInAsync(string user, string kind) => CirroClient.SignInAsync(cloud, user, kind);
}

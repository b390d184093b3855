using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Shares.Local.DynamoDb;
using Shares.Local.Lambda;

namespace Shares.Local.Tests.DynamoDb;

/// <summary>The proxy on a port of its own.</summary>
internal sealed class ProxyFixture : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());

    private ProxyFixture(WebApplication app) => _app = app;

    public Uri Endpoint { get; private set; } = null!;

    /// <summary>Set it before the first request.</summary>
    public CrashControl? Crashes { get; set; }

    public static async Task<ProxyFixture> StartAsync(Uri target)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fixture = new ProxyFixture(app);
        app.Run(context => new DynamoDbProxy(fixture._http, target, fixture.Crashes!).PassAsync(context));
        await app.StartAsync(TestContext.Current.CancellationToken);
        fixture.Endpoint = new Uri(app.Urls.Single());
        return fixture;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }
}

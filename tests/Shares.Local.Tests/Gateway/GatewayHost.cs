using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shares.Local.Gateway;
using Shares.Local.Identity;
using Shares.Local.Issuer;
using Shares.Local.Signing;
using Shares.Local.Template;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.Gateway;

/// <summary>The real gateway over HTTP on a free port, with the repository's template; only the functions are stand-ins.</summary>
public sealed class GatewayHost : IAsyncLifetime
{
    /// <summary>index.html of a build that stands in for the portal's.</summary>
    public const string PortalPage = "<!doctype html><title>Shares</title>";

    /// <summary>One for all hosts: making an RSA key is slow.</summary>
    private static readonly IssuerKey SharedKey = IssuerKey.Create();

    private static readonly TemplateModel Model = RealTemplate.Load();

    private readonly DirectoryInfo _portal = Directory.CreateTempSubdirectory("shares-portal-");
    private readonly TimeProvider _time;
    private readonly Func<TemplateModel, TemplateModel> _change;
    private WebApplication? _app;

    public GatewayHost()
        : this(TimeProvider.System, model => model)
    {
    }

    internal GatewayHost(TimeProvider time, Func<TemplateModel, TemplateModel> change)
    {
        (_time, _change) = (time, change);
        Credentials = new CredentialStore(time);
    }

    public RecordingFunctions Functions { get; } = new();

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public CredentialStore Credentials { get; }

    public string Issuer { get; private set; } = "";

    public IssuerKey Key => SharedKey;

    public string TokenOf(string user) => _app!.Services.GetRequiredService<TokenFactory>().AccessToken(DemoUser.Find(user)!, LocalIssuer.ClientId, "openid");

    public async ValueTask InitializeAsync()
    {
        var port = FreePort();
        Directory.CreateDirectory(Path.Combine(_portal.FullName, "assets"));
        await File.WriteAllTextAsync(Path.Combine(_portal.FullName, "index.html"), PortalPage);
        await File.WriteAllTextAsync(Path.Combine(_portal.FullName, "assets", "index-a1b2c3.js"), "export {};");
        Issuer = LocalIssuer.AddressFor(port);
        Http.BaseAddress = new Uri($"http://localhost:{port}");
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_time);
        builder.Services.AddSingleton(_change(Model with { JwtAuthorizer = Model.JwtAuthorizer with { Issuer = Issuer } }));
        builder.Services.AddSingleton<IFunctionInvoker>(Functions);
        builder.Services.AddSingleton(new SignatureVerifier(Credentials, _time));
        builder.Services.AddLocalGateway(new GatewayOptions(port, _portal.FullName));
        builder.Services.AddSingleton(SharedKey);
        _app = builder.Build();
        _app.MapLocalGateway();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        _portal.Delete(recursive: true);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token = null, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

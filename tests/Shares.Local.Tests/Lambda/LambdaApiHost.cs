using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shares.Local.Aws;
using Shares.Local.Identity;
using Shares.Local.Lambda;

namespace Shares.Local.Tests.Lambda;

/// <summary>Lambda's API on a port of the local AWS, over the program <c>function.mjs</c>.</summary>
public sealed class LambdaApiHost : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shares-lambda-api-");
    private readonly int _port = FreePort();
    private WebApplication _app = null!;

    public LambdaFixture Function { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ListenLocalhost(_port));
        builder.Services.AddRoutingCore().AddLogging();
        builder.Services.AddLocalAws(new LocalAwsOptions { InternetPort = _port, VpcPort = 0, VpcId = "vpc-0", DataFolder = _folder.FullName });
        builder.Services.AddSingleton(Function.Lambda);
        builder.Services.AddSingleton<LambdaEndpoint>();
        builder.Services.AddSingleton(host => host.GetRequiredService<LambdaEndpoint>().Service);
        _app = builder.Build();
        _app.MapLocalAws();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Function.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <param name="actions">What the caller's policy allows, on every resource; <see langword="null"/> sends the request unsigned.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, string? actions = "*", params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient(actions is null ? new SocketsHttpHandler() : Signing(actions));
        using var request = new HttpRequestMessage(method, $"http://localhost:{_port}/2015-03-31/functions{path}");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> InvokeAsync(string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, $"/{LambdaFixture.Function}/invocations", body, headers: headers);

    private SigV4SigningHandler Signing(string actions)
    {
        var policy = JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"{{actions}}","Resource":"*"}]}""")!;
        var role = new LocalRole("caller", LocalAccount.RoleArn("caller"), null, [policy], new Dictionary<string, string>());
        _app.Services.GetRequiredService<RoleCatalog>().Add(role);
        var keys = _app.Services.GetRequiredService<CredentialStore>().IssueFor(role, "tests");
        return new(new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken), RegionEndpoint.USEast1, "lambda", new SocketsHttpHandler());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

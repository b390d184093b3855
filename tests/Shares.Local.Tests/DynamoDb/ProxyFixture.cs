using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shares.Local.DynamoDb;
using Shares.Local.Identity;
using Shares.Local.Lambda;
using Shares.Local.Permissions;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.DynamoDb;

/// <summary>The proxy on a port of its own, with the roles and keys of a local AWS.</summary>
internal sealed class ProxyFixture : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());

    private ProxyFixture(WebApplication app, LocalAwsHost aws) => (_app, Aws, Crashes) = (app, aws, new CrashControl(new SandboxDirectory(aws.Credentials)));

    public Uri Endpoint { get; private set; } = null!;

    public LocalAwsHost Aws { get; }

    /// <summary>Of the functions that call through the proxy. Set it before the first request; without it, nobody crashes.</summary>
    public CrashControl Crashes { get; set; }

    public PermissionRecord Record => Aws.Service<PermissionRecord>();

    public static async Task<ProxyFixture> StartAsync(Uri target)
    {
        var aws = new LocalAwsHost();
        await aws.InitializeAsync();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fixture = new ProxyFixture(app, aws);
        var authorizer = ActivatorUtilities.CreateInstance<DynamoDbAuthorizer>(aws.Services, new DynamoDbAccessReader("PK"));
        app.Run(context => new DynamoDbProxy(fixture._http, target, authorizer, fixture.Crashes).PassAsync(context));
        await app.StartAsync(TestContext.Current.CancellationToken);
        fixture.Endpoint = new Uri(app.Urls.Single());
        return fixture;
    }

    public AmazonDynamoDBClient Administrator() => Client(Aws.Admin);

    /// <param name="statements">Of the only policy of the caller's role, as JSON.</param>
    public AmazonDynamoDBClient Caller(string statements, string role = "caller") => Client(Aws.Session(role, statements));

    /// <summary>Keys of a function whose role has that policy, and whose use of it is recorded.</summary>
    public AmazonDynamoDBClient Function(string name, string statements)
    {
        var policy = JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":{{statements}}}""")!;
        var role = new LocalRole($"{name}Role", LocalAccount.RoleArn($"{name}Role"), null, [policy], new Dictionary<string, string>());
        Aws.Roles.Add(role);
        Record.Watch(name, role);
        return Client(Aws.Credentials.IssueFor(role, name));
    }

    public AmazonDynamoDBClient Client(Credential credential) => Client(LocalAwsHost.Keys(credential));

    public AmazonDynamoDBClient Client(Amazon.Runtime.AWSCredentials keys) => new(keys, new AmazonDynamoDBConfig
    {
        ServiceURL = Endpoint.ToString(),
        AuthenticationRegion = LocalAccount.Region,
        MaxErrorRetry = 0,
    });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Aws.DisposeAsync();
        _http.Dispose();
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shares.Local.Aws;
using Shares.Local.Identity;
using Shares.Local.S3.Storage;

namespace Shares.Local.Tests.Aws;

/// <summary>The local AWS with both its listeners, in this process. Tests that share one use buckets of their own.</summary>
public sealed class LocalAwsHost : IAsyncLifetime
{
    public const string VpcId = "vpc-0a1b2c3d";
    private WebApplication? _app;

    public LocalAwsHost()
        : this(Directory.CreateTempSubdirectory("local-aws-").FullName)
    {
    }

    private LocalAwsHost(string folder) => Folder = folder;

    public string Folder { get; }

    public ShiftedTime Time { get; } = new();

    public int InternetPort { get; } = FreePort();

    public int VpcPort { get; } = FreePort();

    public CredentialStore Credentials => Service<CredentialStore>();

    public RoleCatalog Roles => Service<RoleCatalog>();

    public S3Store Store => Service<S3Store>();

    public Credential Admin => Credentials.IssueFor(LocalRole.Administrator, "tests");

    public string Url(bool inVpc = false) => $"http://localhost:{(inVpc ? VpcPort : InternetPort)}";

    public IServiceProvider Services => _app!.Services;

    public T Service<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(InternetPort);
            kestrel.ListenLocalhost(VpcPort);
        });
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddLocalAws(new LocalAwsOptions
        {
            InternetPort = InternetPort, VpcPort = VpcPort, VpcId = VpcId, DataFolder = Folder,
        });
        // A service as API Gateway is one: its path is encoded twice, its body read before it is served.
        builder.Services.AddSingleton(new AwsService("execute-api", (http, caller) => http.Response.WriteAsync(caller.Principal.Arn)));
        _app = builder.Build();
        _app.MapLocalAws();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A host that finds what this one kept; this one is stopped.</summary>
    public async Task<LocalAwsHost> RestartAsync()
    {
        await StopAsync();
        var next = new LocalAwsHost(Folder);
        await next.InitializeAsync();
        return next;
    }

    public AmazonS3Client S3(Credential credential, bool inVpc = false) => new(Keys(credential), new AmazonS3Config
    {
        ServiceURL = Url(inVpc),
        AuthenticationRegion = LocalAccount.Region,
        ForcePathStyle = true,
        MaxErrorRetry = 0,
    });

    public AmazonSecurityTokenServiceClient Sts(Credential credential) => new(Keys(credential), new AmazonSecurityTokenServiceConfig
    {
        ServiceURL = Url(),
        AuthenticationRegion = LocalAccount.Region,
        MaxErrorRetry = 0,
    });

    public static SessionAWSCredentials Keys(Credential credential) =>
        new(credential.AccessKeyId, credential.SecretAccessKey, credential.SessionToken);

    /// <summary>A session of a role that is made for the test.</summary>
    /// <param name="statements">Of its only identity policy, as JSON.</param>
    public Credential Session(string role, string statements, SessionRequest? session = null)
    {
        var policy = JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":{{statements}}}""")!;
        var added = new LocalRole(role, LocalAccount.RoleArn(role), null, [policy], new Dictionary<string, string>());
        Roles.Add(added);
        return Credentials.IssueSession(added, session ?? new SessionRequest("test", TimeSpan.FromHours(1)));
    }

    public Bucket NewBucket() => Store.Create($"bucket-{Path.GetRandomFileName().Replace('.', '-')}");

    private async Task StopAsync()
    {
        if (_app is null) return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

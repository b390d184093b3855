using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shares.Aws.Objects;
using Shares.Billing.Tests.Faults;
using Shares.Local.Aws;
using Shares.Local.Identity;
using Shares.Testing.DynamoDb;

[assembly: AssemblyFixture(typeof(Shares.Billing.Tests.World.Storage))]
// One DynamoDB Local serves all: classes beside each other would only wait for each other's locks.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Shares.Billing.Tests.World;

/// <summary>The local S3, in this process.</summary>
public sealed class Storage : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shares-billing-");
    private WebApplication? _app;
    private Uri _address = null!;
    private SessionAWSCredentials _credentials = null!;

    public async ValueTask InitializeAsync()
    {
        var (internet, vpc) = (FreePort(), FreePort());
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{internet}", $"http://127.0.0.1:{vpc}");
        builder.Services.AddLogging();
        builder.Services.AddLocalAws(new LocalAwsOptions { InternetPort = internet, VpcPort = vpc, VpcId = "vpc-pipelines", DataFolder = _folder.FullName });
        _app = builder.Build();
        _app.MapLocalAws();
        await _app.StartAsync();
        _address = new Uri($"http://127.0.0.1:{internet}/");
        var keys = _app.Services.GetRequiredService<CredentialStore>()
            .IssueFor(_app.Services.GetRequiredService<RoleCatalog>().Find(LocalRole.AdministratorName)!, "tests");
        _credentials = new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
    }

    public AmazonS3Client Client(Uri? instead = null) =>
        S3Client.Create(new S3Location(LocalAccount.Region, instead ?? _address), _credentials, TimeSpan.FromSeconds(60));

    public AmazonS3Client Client(FaultyNetwork network) => new(_credentials, new AmazonS3Config
    {
        ServiceURL = _address.ToString(), AuthenticationRegion = LocalAccount.Region, ForcePathStyle = true,
        HttpClientFactory = new ThroughHandler(network.To()), MaxErrorRetry = network.Repetitions,
    });

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shares.Local.Aws;
using Shares.Local.Identity;
using Shares.Local.S3.Storage;
using Shares.Local.S3Control;

[assembly: AssemblyFixture(typeof(Shares.Provisioning.Tests.World.Storage))]

namespace Shares.Provisioning.Tests.World;

/// <summary>The local S3 and S3 Control, in this process, with a look behind their counter.</summary>
public sealed class Storage : IAsyncLifetime
{
    public const string Vpc = "vpc-pipelines";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shares-provisioning-");
    private WebApplication? _app;

    public Uri Address { get; private set; } = null!;

    public SessionAWSCredentials Credentials { get; private set; } = null!;

    /// <summary>The administrator, and the roles of the templates.</summary>
    public RoleCatalog Roles => _app!.Services.GetRequiredService<RoleCatalog>();

    public AccessPointStore AccessPoints => _app!.Services.GetRequiredService<AccessPointStore>();

    public S3Store Buckets => _app!.Services.GetRequiredService<S3Store>();

    public async ValueTask InitializeAsync()
    {
        var (internet, vpc) = (FreePort(), FreePort());
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{internet}", $"http://127.0.0.1:{vpc}");
        builder.Services.AddLogging();
        builder.Services.AddLocalAws(new LocalAwsOptions { InternetPort = internet, VpcPort = vpc, VpcId = Vpc, DataFolder = _folder.FullName });
        _app = builder.Build();
        _app.MapLocalAws();
        foreach (var role in TemplateRoles.All) Roles.Add(role);
        await _app.StartAsync();
        Address = new Uri($"http://127.0.0.1:{internet}/");
        Credentials = CredentialsOf(LocalRole.AdministratorName);
    }

    public SessionAWSCredentials CredentialsOf(string role)
    {
        var keys = _app!.Services.GetRequiredService<CredentialStore>().IssueFor(Roles.Find(role)!, "tests");
        return new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
    }

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

using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shares.Aws.Objects;
using Shares.Local.Aws;
using Shares.Local.Identity;
using Shares.Local.Template;

namespace Shares.Access.Tests.Support;

/// <summary>The local AWS in this process, with the roles of the template: it checks every signature and every policy.</summary>
public sealed class LocalStorage : IAsyncDisposable
{
    public const string VpcId = "vpc-0a1b2c3d";

    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly LocalAwsOptions _options;

    private LocalStorage(WebApplication app, string folder, LocalAwsOptions options) => (_app, _folder, _options) = (app, folder, options);

    public Uri Internet => new($"http://localhost:{_options.InternetPort}");

    public Uri Vpc => new($"http://localhost:{_options.VpcPort}");

    public AWSCredentials Admin => Keys(LocalRole.AdministratorName, "tests");

    public static async Task<LocalStorage> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("access-tests-").FullName;
        var options = new LocalAwsOptions { InternetPort = FreePort(), VpcPort = FreePort(), VpcId = VpcId, DataFolder = folder };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(options.InternetPort);
            kestrel.ListenLocalhost(options.VpcPort);
        });
        builder.Services.AddLocalAws(options);
        var app = builder.Build();
        app.MapLocalAws();
        AddRoles(app.Services.GetRequiredService<RoleCatalog>());
        await app.StartAsync();
        return new LocalStorage(app, folder, options);
    }

    /// <summary>Keys of a role that the template describes.</summary>
    public AWSCredentials Keys(string role, string session)
    {
        var found = _app.Services.GetRequiredService<RoleCatalog>().Find(role)!;
        var issued = _app.Services.GetRequiredService<CredentialStore>().IssueFor(found, session);
        return new SessionAWSCredentials(issued.AccessKeyId, issued.SecretAccessKey, issued.SessionToken);
    }

    public AmazonS3Client S3(AWSCredentials keys, bool inVpc = false) =>
        S3Client.Create(new Shares.Aws.Objects.S3Location(LocalAccount.Region, inVpc ? Vpc : Internet), keys);

    public async Task PutAsync(string bucket, string key, string content)
    {
        using var s3 = S3(Admin);
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = content });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static void AddRoles(RoleCatalog catalog)
    {
        var parameters = new Dictionary<string, string>
        {
            ["JwtIssuer"] = "http://localhost/oidc",
            ["JwtAudience"] = "portal",
            ["PipelinesVpcId"] = VpcId,
            ["SignInOrigins"] = "http://localhost",
        };
        foreach (var role in TemplateModel.Load(Root(new DirectoryInfo(AppContext.BaseDirectory)), new TemplateParameters(parameters)).Roles)
            catalog.Add(new LocalRole(role.Name, role.Arn, role.TrustPolicy, role.Policies, new Dictionary<string, string>()));
    }

    private static string Root(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Shares.sln")) ? folder.FullName : Root(folder.Parent!);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

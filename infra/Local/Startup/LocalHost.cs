using Shares.Local.Aws;
using Shares.Local.DynamoDb;
using Shares.Local.Events;
using Shares.Local.Gateway;
using Shares.Local.Identity;
using Shares.Local.Lambda;
using Shares.Local.Permissions;
using Shares.Local.S3.Buckets;
using Shares.Local.S3.Storage;
using Shares.Local.Sns;
using Shares.Local.Template;
using Shares.Local.Trail;
using Shares.Local.Transfers;

namespace Shares.Local.Startup;

/// <summary>Everything that answers HTTP, in one host, told apart by the port that a request arrives on.</summary>
internal static class LocalHost
{
    public static WebApplication Build(LocalOptions options, WorkFolder folder, TemplateModel template, Uri store)
    {
        var ports = options.Ports;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            // S3 takes objects of any size, slow ones too; the gateway has limits of its own.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = kestrel.Limits.MinResponseDataRate = null;
            foreach (var port in (int[])[ports.DynamoDb, ports.Gateway, ports.Internet, ports.Vpc]) kestrel.ListenLocalhost(port);
        });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft", LogLevel.Error).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        AddServices(builder.Services, options, folder, template);
        var app = builder.Build();
        var roles = app.Services.GetRequiredService<RoleCatalog>();
        LocalRoles.AddTo(roles, template);
        foreach (var function in template.Functions)
            app.Services.GetRequiredService<PermissionRecord>().Watch(function.LogicalId, roles.Find(function.RoleName)!);
        foreach (var topic in template.Topics) app.Services.GetRequiredService<Notifications>().AddTopic(topic);
        foreach (var (name, policy, cors) in template.Buckets)
            app.Services.GetRequiredService<S3Store>().Create(name).Update(info => info with
            {
                Policy = policy?.ToJsonString(),
                Settings = cors is null ? info.Settings : new Dictionary<string, string>(info.Settings) { [BucketSetting.Cors.Name] = cors },
            });

        MapPorts(app, ports, store);
        return app;
    }

    private static void AddServices(IServiceCollection services, LocalOptions options, WorkFolder folder, TemplateModel template)
    {
        var ports = options.Ports;
        services.AddRoutingCore();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(template);
        services.AddLocalAws(new LocalAwsOptions
        {
            InternetPort = ports.Internet,
            VpcPort = ports.Vpc,
            VpcId = LocalCloud.VpcId,
            DataFolder = folder.Storage,
        });
        services.AddLocalGateway(new GatewayOptions(ports.Gateway, Path.Combine(Repository.Root, "portal", "dist"), folder.Issuer));
        services.AddSingleton(host => new LocalLambda(
            FunctionPrograms.Of(template, options.RunsNative),
            new LambdaSettings(
                new AwsEndpoints(new($"http://localhost:{ports.DynamoDb}"), new($"http://localhost:{ports.Internet}")),
                folder.Logs,
                Echo: options.IsVerbose ? Console.WriteLine : null),
            host.GetRequiredService<RoleCatalog>(),
            host.GetRequiredService<CredentialStore>(),
            host.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IFunctionInvoker>(host => host.GetRequiredService<LocalLambda>());
        services.AddSingleton<AsyncInvoker>();
        services.AddSingleton(new Mishaps(options.TrailSeed));
        services.AddSingleton(new DynamoDbAccessReader(template.Table.PartitionKey));
        services.AddSingleton<DynamoDbAuthorizer>();
        services.AddSingleton<LambdaEndpoint>();
        services.AddSingleton(host => host.GetRequiredService<LambdaEndpoint>().Service);
    }

    private static void MapPorts(WebApplication app, LocalPorts ports, Uri store)
    {
        var passing = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
        var lambda = app.Services.GetRequiredService<LocalLambda>();
        app.MapLocalGateway();
        var proxy = new DynamoDbProxy(passing, store, app.Services.GetRequiredService<DynamoDbAuthorizer>(), lambda.Crashes);
        app.MapWhen(context => context.Connection.LocalPort == ports.DynamoDb, branch => branch.Run(proxy.PassAsync));
        app.MapWhen(IsForTests, branch =>
        {
            branch.UseRouting();
            branch.UseEndpoints(routes =>
            {
                routes.MapCrashes(lambda);
                routes.MapPermissions(app.Services.GetRequiredService<PermissionRecord>());
                app.Services.GetRequiredService<Notifications>().Map(routes);
                routes.MapGet(IpRanges.Path, () => Results.Text(IpRanges.Json, "application/json"));
            });
        });
        app.UseCrashes(lambda.Crashes);
        app.MapLocalAws();
    }

    private static bool IsForTests(HttpContext context) =>
        ((string[])[CrashApi.Path, PermissionsApi.Path, Notifications.Path, IpRanges.Path]).Any(path => context.Request.Path.StartsWithSegments(path));
}

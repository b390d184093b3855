using Microsoft.AspNetCore.Connections;
using Shares.Local.DynamoDb;
using Shares.Local.Events;
using Shares.Local.Identity;
using Shares.Local.Issuer;
using Shares.Local.Lambda;
using Shares.Local.S3.Storage;
using Shares.Local.S3Control;
using Shares.Local.Streams;
using Shares.Local.Template;
using Shares.Local.Trail;
using Shares.Local.Transfers;

namespace Shares.Local.Startup;

/// <summary>All of the system on this machine. Disposing ends every process and gives every port back.</summary>
public sealed class LocalCloud : IAsyncDisposable
{
    public const string VpcId = "vpc-0123456789abcdef0";

    // Disposed last to first.
    private readonly Stack<IAsyncDisposable> _parts = new();

    private LocalCloud()
    {
    }

    /// <summary>Nothing was kept from an earlier run.</summary>
    public bool IsNew { get; private set; }

    public S3Store Storage { get; private set; } = null!;

    public AccessPointStore AccessPoints { get; private set; } = null!;

    public TransferLog Transfers { get; private set; } = null!;

    /// <summary>The last one of the templates, if there is any.</summary>
    public CloudTrail? Trail { get; private set; }

    /// <param name="progress">Told of each thing that has come up.</param>
    /// <exception cref="StartupException">Something is in the way; nothing is left running.</exception>
    /// <exception cref="TemplateException">The templates hold something that the local cloud does not know; nothing is left running.</exception>
    public static async Task<LocalCloud> StartAsync(LocalOptions options, WorkFolder folder, Action<string> progress, CancellationToken cancellationToken)
    {
        options.Ports.CheckFree();
        var cloud = new LocalCloud();
        try
        {
            await cloud.StartPartsAsync(options, folder, progress, cancellationToken);
            return cloud;
        }
        catch
        {
            await cloud.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part)) await part.DisposeAsync();
    }

    private async Task StartPartsAsync(LocalOptions options, WorkFolder folder, Action<string> progress, CancellationToken cancellationToken)
    {
        var ports = options.Ports;
        var template = TemplateModel.Load(Repository.Root, new TemplateParameters(new Dictionary<string, string>
        {
            ["JwtIssuer"] = LocalIssuer.AddressFor(ports.Gateway),
            ["JwtAudience"] = LocalIssuer.ClientId,
            ["PipelinesVpcId"] = VpcId,
            ["FinanceRoleArn"] = LocalAccount.RoleArn(LocalRoles.Finance),
            ["SignInOrigins"] = $"http://localhost:{ports.Gateway}",
            ["StorageOrigins"] = $"http://localhost:{ports.Internet}",
        }));
        progress($"templates: {template.Functions.Count} functions, {template.Roles.Count} roles, {template.Routes.Count} routes");

        var packages = Path.Combine(Repository.Root, "infra", "Local", "node_modules");
        var store = Keep(await DynamoDbLocal.StartAsync(packages, folder.Tables, cancellationToken));
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var client = new DynamoDbClient(http, store.Endpoint);
        (var stream, IsNew) = await TableSetup.CreateAsync(client, template.Table, cancellationToken);
        progress($"DynamoDB Local: table {template.Table.Name}");

        var app = Keep(LocalHost.Build(options, folder, template, store.Endpoint));
        Storage = app.Services.GetRequiredService<S3Store>();
        var lambda = app.Services.GetRequiredService<LocalLambda>();
        await ListenAsync(app, ports, cancellationToken);
        progress($"AWS, gateway and issuer: ports {ports.DynamoDb}, {ports.Gateway}, {ports.Internet}, {ports.Vpc}");

        await ActivatorUtilities.CreateInstance<ExecutionRoles>(app.Services).CheckAsync(template, cancellationToken);
        foreach (var function in template.Functions)
        {
            foreach (var source in function.EventSources)
            {
                var logger = app.Services.GetRequiredService<ILogger<TableStream>>();
                var mapping = new EventSourceMapping(lambda, function.LogicalId, source, template.Table, TimeProvider.System, logger);
                Keep(new TableStream(client, stream, mapping, new Checkpoints(folder.Checkpoints), TimeProvider.System, logger)).StartDelivery();
            }
        }

        var rules = template.Functions.SelectMany(function => function.EventPatterns.Select(pattern => new EventRule(function.LogicalId, new EventPattern(pattern))));
        var invoker = app.Services.GetRequiredService<AsyncInvoker>();
        app.Services.GetRequiredService<ManagementTrail>().Listener = new EventBus([.. rules], invoker).PublishAsync;
        StartTrails(app.Services, template);
        Keep(new Schedules(template.Functions, invoker, TimeProvider.System));

        await Health.WaitAsync(http, ports.Gateway, folder.Logs, cancellationToken);
        progress("Api answers");
        // What docs/deploying.md asks for after the first deployment, so that downloads are recorded before the first hour is over.
        if (IsNew) await invoker.InvokeAsync("BillingFunction", """{"job":"ADDRESS_RANGES"}"""u8.ToArray(), "first deployment");
    }

    /// <summary>Metrics and bill count what was served; each trail tells what its selectors choose.</summary>
    private void StartTrails(IServiceProvider services, TemplateModel template)
    {
        Transfers = services.GetRequiredService<TransferLog>();
        AccessPoints = services.GetRequiredService<AccessPointStore>();
        var requests = services.GetRequiredService<ObjectRequests>();
        requests.Listener += Transfers.Add;
        foreach (var trail in template.Trails)
        {
            var subscriptions = from function in template.Functions
                                where function.LogSubscriptions.Contains(trail.LogGroup)
                                select new LogSubscription(trail.LogGroup, function.LogicalId, services.GetRequiredService<AsyncInvoker>());
            Trail = Keep(ActivatorUtilities.CreateInstance<CloudTrail>(services, trail, subscriptions.ToList(), new TrailFiles(Storage, trail.Bucket)));
            requests.Listener += Trail.Log;
        }
    }

    private static async Task ListenAsync(WebApplication app, LocalPorts ports, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            // Taken since they were checked, or by a connection of somebody else that only a real bind runs into.
            throw new StartupException($"{exception.Message.TrimEnd('.')}. Choose other ports with --port-base N (now {ports.Base}).");
        }
    }

    private T Keep<T>(T part) where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}

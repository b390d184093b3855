using Amazon.DynamoDBv2;
using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;
using Shares.Access.Tests.Support;
using Shares.Aws.AccessPoints;
using Shares.Aws.Buckets;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data;
using Shares.Data.Audit;
using Shares.Data.Datasets;
using Shares.Data.Projects;
using Shares.Data.Rates;
using Shares.Data.Sharing;
using Shares.Data.Store;
using Shares.Local.Identity;
using Shares.Testing.DynamoDb;

[assembly: AssemblyFixture(typeof(AccessWorld))]

namespace Shares.Access.Tests.Support;

/// <summary>Table, storage and function for all tests; each test makes projects of its own in it.</summary>
public sealed class AccessWorld : IAsyncLifetime
{
    public static readonly StorageContext Context = new(
        LocalAccount.Region, LocalAccount.Id, LocalStorage.VpcId, LocalAccount.RoleArn("SharesPipelineRole"), LocalAccount.RoleArn("SharesDownloadRole"));

    private ServiceProvider _stores = null!;

    public TestTable Table { get; private set; } = null!;

    public LocalStorage Storage { get; private set; } = null!;

    public FunctionHost Function { get; private set; } = null!;

    public ProjectStore Projects => _stores.GetRequiredService<ProjectStore>();

    public MemberStore Members => _stores.GetRequiredService<MemberStore>();

    public DatasetStore Datasets => _stores.GetRequiredService<DatasetStore>();

    public ShareStore Shares => _stores.GetRequiredService<ShareStore>();

    public AuditStore Audit => _stores.GetRequiredService<AuditStore>();

    public UsageStore Usages => _stores.GetRequiredService<UsageStore>();

    public LiveGrantStore Grants => _stores.GetRequiredService<LiveGrantStore>();

    public RateStore RatesAt(TimeProvider time) => new(new Table(_stores.GetRequiredService<IAmazonDynamoDB>(), Table.Name, time), time);

    public async ValueTask InitializeAsync()
    {
        Table = await TestTable.CreateAsync();
        Storage = await LocalStorage.StartAsync();
        _stores = new ServiceCollection().AddSingleton(TimeProvider.System).AddSharesData(Table.Name, DynamoDbLocal.Client(Table.Endpoint)).BuildServiceProvider();
        Function = await StartFunctionAsync(TimeProvider.System);
    }

    /// <summary>Another instance of the function, with nothing cached.</summary>
    public Task<FunctionHost> StartFunctionAsync(TimeProvider time, IAmazonDynamoDB? store = null) => FunctionHost.StartAsync(Table, Storage, time, store);

    public async ValueTask DisposeAsync()
    {
        await Function.DisposeAsync();
        await _stores.DisposeAsync();
        await Storage.DisposeAsync();
        await Table.DisposeAsync();
    }

    public async Task MakeBucketAsync(string bucket)
    {
        using var s3 = Storage.S3(Storage.Admin);
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = bucket });
        var policy = new System.Text.Json.Nodes.JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new System.Text.Json.Nodes.JsonArray([.. BucketPolicy.Statements(bucket, Context)]),
        };
        Assert.Null(await new BucketPolicyClient(s3, LocalAccount.Id).WriteAsync(bucket, policy.ToJsonString(), CancellationToken.None));
    }

    /// <summary>Does for the share what Provisioning does: access points with their policies, written down in the table.</summary>
    /// <param name="revokedUntil">Sessions issued before may be refused.</param>
    public async Task<Share> EnforceAsync(ShareId id, DateTimeOffset? revokedUntil = null)
    {
        var share = (await Shares.FindAsync(id, default))!;
        var bucket = (await Projects.FindAsync(share.PublisherId, default))!.Bucket;
        using var http = S3ControlHttp.Create(LocalAccount.Region, LocalAccount.Id, Storage.Admin, TimeProvider.System, Storage.Internet);
        var client = new AccessPointClient(http, LocalAccount.Id);
        var now = TimeProvider.System.GetUtcNow();
        var made = new Dictionary<AccessPointKind, ProvisionedAccessPoint>();
        foreach (var desired in DesiredState.Of(share, Revocations.None, bucket, Context, now))
        {
            await client.CreateAsync(desired.Name, desired.Bucket, desired.VpcId, default);
            Assert.Null(await client.PutPolicyAsync(desired.Name, desired.Policy, default));
            Assert.True((await client.FindAsync(desired.Name, default)).Succeeded(out var found, out _));
            made[desired.Name.Kind] = new(desired.Name, found!.Alias);
        }

        var summary = new EnforcementSummary(
            EnforcementState.Enforced, made.GetValueOrDefault(AccessPointKind.Analyze), made.GetValueOrDefault(AccessPointKind.Download), revokedUntil);
        var enforcement = new Enforcement
        {
            State = EnforcementState.Enforced,
            ShareVersion = share.Version,
            AccessPoints = [.. made.Values.Select(a => a.Name)],
            UpdatedAt = now,
        };
        var enforcements = _stores.GetRequiredService<EnforcementStore>();
        Assert.True(await enforcements.ReplaceAsync(id, await enforcements.FindAsync(id, default), enforcement, summary, default));
        return (await Shares.FindAsync(id, default))!;
    }
}

using System.Collections.Frozen;
using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.DependencyInjection;
using Shares.Core;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data;
using Shares.Data.Datasets;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Data.Streams;
using Shares.Provisioning.Settling;
using Shares.Testing.DynamoDb;
using Shares.Testing;
using Condition = Shares.Core.Sharing.Condition;

[assembly: AssemblyFixture(typeof(Shares.Provisioning.Tests.World.Tables))]

namespace Shares.Provisioning.Tests.World;

/// <summary>The table that all tests of this program share; each uses projects of its own.</summary>
public sealed class Tables : IAsyncLifetime
{
    public TestTable Table { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Table = await TestTable.CreateAsync();

    public ValueTask DisposeAsync() => Table.DisposeAsync();
}

/// <summary>A publishing project with its bucket, and the changes that its administrators make, as the stream tells them.</summary>
internal sealed class Lab
{
    private static readonly UserId Admin = UserId.Parse("core-admin");

    private static long _sequence;

    private readonly ServiceProvider _data;

    private Lab(Storage storage, TestTable table)
    {
        (Storage, Table) = (storage, table);
        _data = new ServiceCollection().AddSingleton(TimeProvider.System).AddSharesData(table.Name, table.Client).BuildServiceProvider();
    }

    public Storage Storage { get; }
    public TestTable Table { get; }
    public Project Publisher { get; private set; } = null!;
    public string Bucket => Publisher.Bucket;
    public ShareStore Shares => _data.GetRequiredService<ShareStore>();
    public ProjectStore Projects => _data.GetRequiredService<ProjectStore>();
    public DatasetStore Datasets => _data.GetRequiredService<DatasetStore>();
    public MemberStore Members => _data.GetRequiredService<MemberStore>();
    public UsageStore Usages => _data.GetRequiredService<UsageStore>();
    public LiveGrantStore Grants => _data.GetRequiredService<LiveGrantStore>();
    public KeptStorageStore Kept => _data.GetRequiredService<KeptStorageStore>();
    public EnforcementStore Enforcements => _data.GetRequiredService<EnforcementStore>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="withBucket">False: the project names a bucket that does not exist.</param>
    public static async Task<Lab> OpenAsync(Storage storage, Tables tables, ProjectStatus status = ProjectStatus.Completed, bool withBucket = true)
    {
        var lab = new Lab(storage, tables.Table);
        lab.Publisher = await lab.CreateProjectAsync(status);
        if (withBucket) storage.Buckets.Create(lab.Bucket);
        return lab;
    }

    /// <param name="later">How far its clock is ahead.</param>
    public Function Start(Network? network = null, TimeSpan later = default, Patience? patience = null) =>
        new(Storage, Table, network ?? new Network(), new LaterTime(later), patience);

    /// <summary>Runs a healthy function on the change.</summary>
    public async Task<IReadOnlyList<string>> DeliverAsync(params TableStreamRecord[] records)
    {
        await using var function = Start();
        return await function.RunAsync(records);
    }

    public async Task<Project> CreateProjectAsync(ProjectStatus status, string? bucket = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = UuidId.New<ProjectId>(TimeProvider.System);
        var project = new Project
        {
            Id = id,
            Name = $"Lab {id}",
            Status = status,
            Bucket = bucket ?? Project.DefaultBucket(id),
            Settings = new() { IsShareable = true },
            CreatedBy = Admin,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return (await Projects.CreateAsync(project, Admin.Acting(), Ct)).ValueOrThrow();
    }

    /// <param name="projects">Whom it is for.</param>
    public async Task<(ShareId Id, TableStreamRecord Change)> PublishAsync(
        bool isViewRestricted, DateTimeOffset? expiresAt = null, params IEnumerable<ProjectId> projects)
    {
        var now = TimeProvider.System.GetUtcNow();
        var share = new Share
        {
            Id = UuidId.New<ShareId>(TimeProvider.System),
            Name = "Reads",
            PublisherId = Publisher.Id,
            Selection = new Selection([new Condition(SelectionField.Tag, "public")]),
            SharedProjectIds = projects.ToFrozenSet(),
            IsViewRestricted = isViewRestricted,
            ExpiresAt = expiresAt,
            CreatedBy = Admin,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return (share.Id, await ObserveAsync(share.Id, async () => (await Shares.CreateAsync(share, Admin.Acting(), Ct)).ValueOrThrow()));
    }

    /// <summary>A share that storage enforces already.</summary>
    public async Task<ShareId> PublishedAsync(bool isViewRestricted, DateTimeOffset? expiresAt = null, params IEnumerable<ProjectId> projects)
    {
        var (id, change) = await PublishAsync(isViewRestricted, expiresAt, projects);
        Assert.Empty(await DeliverAsync(change));
        return id;
    }

    public Task<TableStreamRecord> EditAsync(ShareId id, Func<Share, Share> change) =>
        ObserveAsync(id, async () => (await Shares.UpdateAsync(id, null, Admin.Acting(), share => change(share), Ct)).ValueOrThrow());

    /// <summary>As the API does it: the generation grows, so that what was signed before stays dead.</summary>
    public Task<TableStreamRecord> RestrictAsync(ShareId id) =>
        EditAsync(id, share => share with { IsViewRestricted = true, DownloadGeneration = share.DownloadGeneration + 1 });

    public Task<TableStreamRecord> AllowDownloadsAsync(ShareId id) => EditAsync(id, share => share with { IsViewRestricted = false });

    /// <summary>As the function does it that watches limits.</summary>
    public Task<TableStreamRecord> SuspendAsync(ShareId id)
    {
        var (limit, now) = (new EgressLimit(new ByteCount(1), null, EgressLimitAction.SuspendDownloads), TimeProvider.System.GetUtcNow());
        return EditAsync(id, share => (share with { EgressLimit = limit }).Suspend(limit, BillingPeriod.Of(now), now)!);
    }

    public Task<TableStreamRecord> ResumeAsync(ShareId id) => EditAsync(id, share => share.ResumeIn(share.Suspension!.Period.Next)!);

    public Task<TableStreamRecord> DeleteAsync(ShareId id) =>
        ObserveAsync(id, async () => (await Shares.DeleteAsync(id, null, Admin.Acting(), Ct)).ValueOrThrow());

    public Task<TableStreamRecord> ObserveAsync(ShareId id, Func<Task> change) => ObserveAsync($"SHARE#{id}", "META", change);

    public Task<TableStreamRecord> ObserveAsync(ProjectId id, Func<Task> change) => ObserveAsync($"PROJECT#{id}", "META", change);

    /// <summary>The record that the stream has for the change of an item.</summary>
    public async Task<TableStreamRecord> ObserveAsync(string partition, string sort, Func<Task> change)
    {
        var key = new Dictionary<string, AttributeValue> { ["PK"] = new(partition), ["SK"] = new(sort) };
        var before = await ReadAsync(key);
        await change();
        var number = Interlocked.Increment(ref _sequence).ToString("D20", CultureInfo.InvariantCulture);
        var after = await ReadAsync(key);
        var second = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new() { Images = new() { SequenceNumber = number, Keys = key, OldImage = before, NewImage = after, ApproximateCreationDateTime = second } };
    }

    private async Task<Dictionary<string, AttributeValue>?> ReadAsync(Dictionary<string, AttributeValue> key)
    {
        var found = (await Table.Client.GetItemAsync(new GetItemRequest(Table.Name, key, consistentRead: true), Ct)).Item;
        return found is { Count: > 0 } ? found : null;
    }
}

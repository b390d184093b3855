using System.Collections.Frozen;
using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Datasets;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Testing;

namespace Shares.Api.Tests.Running;

/// <summary>
/// A publisher, a subscriber, a project to which things are offered, one that has nothing to do with them, and one that nobody can
/// find; with people in their roles, and a pipeline role each.
/// </summary>
public sealed class World
{
    public static readonly IReadOnlyDictionary<string, Role> PublisherMembers = new Dictionary<string, Role>
    {
        ["owner"] = Role.Owner, ["admin"] = Role.Admin, ["contributor"] = Role.Contributor, ["collaborator"] = Role.Collaborator,
    };

    public static readonly IReadOnlyDictionary<string, Role> SubscriberMembers = new Dictionary<string, Role>
    {
        ["subscriber-owner"] = Role.Owner, ["subscriber-admin"] = Role.Admin, ["subscriber-contributor"] = Role.Contributor,
        ["subscriber-collaborator"] = Role.Collaborator,
    };

    private readonly ApiFixture _api;
    private int _names;

    private World(ApiFixture api) => _api = api;

    public ProjectId Publisher { get; private set; }
    public ProjectId Subscriber { get; private set; }
    public ProjectId Offered { get; private set; }
    public ProjectId Other { get; private set; }
    public ProjectId Hidden { get; private set; }

    public static async Task<World> CreateAsync(ApiFixture api)
    {
        var world = new World(api);
        world.Publisher = await world.ProjectAsync("publisher", PublisherMembers);
        world.Subscriber = await world.ProjectAsync("subscriber", SubscriberMembers);
        world.Offered = await world.ProjectAsync("offered", new Dictionary<string, Role> { ["offered-owner"] = Role.Owner, ["offered-contributor"] = Role.Contributor });
        world.Other = await world.ProjectAsync("other", new Dictionary<string, Role> { ["other-owner"] = Role.Owner });
        world.Hidden = await world.ProjectAsync("hidden", new Dictionary<string, Role> { ["hidden-owner"] = Role.Owner }, isDiscoverable: false);
        return world;
    }

    /// <param name="members">The first is the one who creates it.</param>
    public async Task<ProjectId> ProjectAsync(string name, IReadOnlyDictionary<string, Role> members, bool isDiscoverable = true)
    {
        var id = UuidId.New<ProjectId>(_api.Time);
        var owner = UserId.Parse(members.First().Key);
        var now = _api.Time.GetUtcNow();
        var project = new Project
        {
            Id = id,
            Name = name,
            Status = ProjectStatus.Completed,
            Bucket = $"bucket-{id.Hex()}",
            Settings = new ProjectSettings { IsDiscoverable = isDiscoverable, IsShareable = true },
            PipelineRoleArn = $"arn:aws:iam::{ApiInstance.Account}:role/{name}-pipeline",
            CreatedBy = owner,
            CreatedAt = now,
            UpdatedAt = now,
        };
        (await _api.Get<ProjectStore>().CreateAsync(project, owner.Acting(), default)).ValueOrThrow();
        foreach (var (user, role) in members.Skip(1))
            (await _api.Get<MemberStore>().SetRoleAsync(id, UserId.Parse(user), role, owner.Acting(), default)).ValueOrThrow();
        return id;
    }

    /// <summary>A completed dataset of the publisher.</summary>
    public Task<DatasetId> DatasetAsync(params string[] tags) => DatasetAsync(Publisher, tags);

    public async Task<DatasetId> DatasetAsync(ProjectId project, string[] tags, string? name = null)
    {
        var now = _api.Time.GetUtcNow();
        var dataset = new Dataset
        {
            Id = UuidId.New<DatasetId>(_api.Time),
            ProjectId = project,
            Name = name ?? $"dataset {Interlocked.Increment(ref _names)}",
            ProcessId = "rnaseq",
            Status = DatasetStatus.Completed,
            Tags = tags,
            CreatedBy = UserId.Parse("contributor"),
            CreatedAt = now,
            UpdatedAt = now,
            TotalSize = new ByteCount(1000),
            FileCount = 2,
        };
        return (await _api.Get<DatasetStore>().CreateAsync(dataset, dataset.CreatedBy.Acting(), default)).ValueOrThrow().Id;
    }

    /// <summary>An execution of the subscriber reads the dataset through the share.</summary>
    public async Task<UsageId> UsageAsync(ShareId share, DatasetId dataset)
    {
        var now = _api.Time.GetUtcNow();
        var usage = new ShareUsage(
            UuidId.New<UsageId>(_api.Time), share, UuidId.New<ExecutionId>(_api.Time), Subscriber, dataset, "arn:aws:s3:us-east-1:111122223333:accesspoint/x", UsageStatus.Active, now, now, now.AddHours(1));
        await _api.Get<UsageStore>().RecordAsync([usage], default);
        return usage.Id;
    }

    /// <summary>A share of the publisher's datasets with the tag, named to the subscriber, who has subscribed, and to the project it is offered to.</summary>
    public async Task<ShareId> ShareAsync(string tag, bool isViewRestricted = true, DateTimeOffset? expiresAt = null)
    {
        var now = _api.Time.GetUtcNow();
        var share = new Share
        {
            Id = UuidId.New<ShareId>(_api.Time),
            Name = $"share {Interlocked.Increment(ref _names)}",
            PublisherId = Publisher,
            Selection = new Selection([new Condition(SelectionField.Tag, tag)]),
            SharedProjectIds = new[] { Subscriber, Offered }.ToFrozenSet(),
            IsViewRestricted = isViewRestricted,
            ExpiresAt = expiresAt,
            CreatedBy = UserId.Parse("owner"),
            CreatedAt = now,
            UpdatedAt = now,
        };
        var store = _api.Get<ShareStore>();
        share = (await store.CreateAsync(share, share.CreatedBy.Acting(), default)).ValueOrThrow();
        (await store.SubscribeAsync(share, Subscriber, UserId.Parse("subscriber-admin").Acting(), default)).ValueOrThrow();
        return share.Id;
    }
}

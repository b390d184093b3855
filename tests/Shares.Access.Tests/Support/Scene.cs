using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Testing;
using Shares.Testing.RuntimeApi;

namespace Shares.Access.Tests.Support;

/// <summary>
/// A publisher and a subscriber of one test alone, each with a bucket, a pipeline role, and members <c>admin</c>, <c>member</c> and
/// <c>viewer</c> (COLLABORATOR). Ids of people and roles are the test's own, too.
/// </summary>
public sealed class Scene
{
    private readonly string _suffix = Path.GetRandomFileName()[..8];
    private readonly AccessWorld _world;

    private Scene(AccessWorld world) => (_world, Via) = (world, world.Function);

    public ProjectId Publisher { get; } = UuidId.New<ProjectId>(TimeProvider.System);

    public ProjectId Subscriber { get; } = UuidId.New<ProjectId>(TimeProvider.System);

    /// <summary>The instance of the function that is asked.</summary>
    public FunctionHost Via { get; set; }

    public string PublisherBucket => Project.DefaultBucket(Publisher);

    public string SubscriberBucket => Project.DefaultBucket(Subscriber);

    public static async Task<Scene> CreateAsync(AccessWorld world)
    {
        var scene = new Scene(world);
        foreach (var (project, side) in new[] { (scene.Publisher, "pub"), (scene.Subscriber, "sub") }) await scene.AddProjectAsync(project, side);
        return scene;
    }

    public UserId User(string name, string side = "sub") => UserId.Parse($"{side}-{name}-{_suffix}");

    /// <summary>A dataset with files below <c>data/</c>; COMPLETED, so that shares can select it, unless said otherwise.</summary>
    public async Task<DatasetId> AddDatasetAsync(ProjectId owner, DatasetStatus status = DatasetStatus.Completed, string[]? files = null, string[]? expected = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = UuidId.New<DatasetId>(TimeProvider.System);
        var dataset = new Dataset
        {
            Id = id, ProjectId = owner, Name = "reads", ProcessId = "rnaseq", Status = status, CreatedBy = User("admin", "pub"),
            Tags = ["shared"], CreatedAt = now, UpdatedAt = now, ExpectedFiles = expected ?? [],
        };
        (await _world.Datasets.CreateAsync(dataset, User("admin", "pub").Acting(), default)).ValueOrThrow();
        foreach (var file in files ?? ["reads.fastq"]) await _world.Storage.PutAsync(Project.DefaultBucket(owner), $"datasets/{id}/data/{file}", $"content of {file}");
        return id;
    }

    /// <summary>A share of the publisher's datasets tagged <c>shared</c>, offered to the subscriber.</summary>
    public async Task<Share> PublishAsync(bool analyzeOnly, Func<Share, Share>? with = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var share = new Share
        {
            Id = UuidId.New<ShareId>(TimeProvider.System), Name = "share", PublisherId = Publisher, IsViewRestricted = analyzeOnly,
            Selection = new Selection([new Condition(SelectionField.Tag, "shared")]), SharedProjectIds = [Subscriber],
            CreatedBy = User("admin", "pub"), CreatedAt = now, UpdatedAt = now,
        };
        return (await _world.Shares.CreateAsync(with?.Invoke(share) ?? share, User("admin", "pub").Acting(), default)).ValueOrThrow();
    }

    public async Task SubscribeAsync(Share share) => (await _world.Shares.SubscribeAsync(share, Subscriber, User("admin").Acting(), default)).ValueOrThrow();

    /// <summary>Published, subscribed to and enforced.</summary>
    public async Task<Share> ShareAsync(bool analyzeOnly, Func<Share, Share>? with = null)
    {
        var share = await PublishAsync(analyzeOnly, with);
        await SubscribeAsync(share);
        return await _world.EnforceAsync(share.Id);
    }

    public async Task EditAsync(Share share, Func<Share, Share> change) =>
        (await _world.Shares.UpdateAsync(share.Id, null, User("admin", "pub").Acting(), s => change(s), default)).ValueOrThrow();

    public Task<HttpApiAnswer> GetAsync(string path, string user = "member", string query = "") =>
        Via.SendAsync(HttpApiEvent.Get($"/api/projects/{Subscriber}/{path}", query).By(User(user).ToString()));

    public Task<HttpApiAnswer> PostAsync(string path, string json, string user = "member") =>
        Via.SendAsync(HttpApiEvent.Send("POST", $"/api/projects/{Subscriber}/{path}", json).By(User(user).ToString()));

    /// <summary>As a member of the publisher's project.</summary>
    public Task<HttpApiAnswer> PostAsPublisherAsync(string path, string json, string user = "member") =>
        Via.SendAsync(HttpApiEvent.Send("POST", $"/api/projects/{Publisher}/{path}", json).By(User(user, "pub").ToString()));

    /// <summary>As the pipeline role of the subscriber's project, or of the other one.</summary>
    public Task<HttpApiAnswer> PostAsPipelineAsync(string path, string json, string side = "sub") =>
        Via.SendAsync(HttpApiEvent.Send("POST", $"/iam/projects/{Subscriber}/{path}", json).ByRole(PipelineRole(side)));

    public Task<HttpApiAnswer> GetAsPipelineAsync(string path) =>
        Via.SendAsync(HttpApiEvent.Get($"/iam/projects/{Subscriber}/{path}").ByRole(PipelineRole("sub")));

    private string PipelineRole(string side) => $"Pipeline-{side}-{_suffix}";

    private async Task AddProjectAsync(ProjectId id, string side)
    {
        var now = TimeProvider.System.GetUtcNow();
        var bucket = Project.DefaultBucket(id);
        await _world.MakeBucketAsync(bucket);
        var project = new Project
        {
            Id = id, Name = side, Status = ProjectStatus.Completed, Bucket = bucket, CreatedBy = User("admin", side), CreatedAt = now, UpdatedAt = now,
            PipelineRoleArn = $"arn:aws:iam::111122223333:role/{PipelineRole(side)}",
            Settings = new ProjectSettings { IsShareable = true, IsDiscoverable = true },
        };
        (await _world.Projects.CreateAsync(project, User("admin", side).Acting(), default)).ValueOrThrow();
        await _world.Members.SetRoleAsync(id, User("member", side), Role.Contributor, User("admin", side).Acting(), default);
        await _world.Members.SetRoleAsync(id, User("viewer", side), Role.Collaborator, User("admin", side).Acting(), default);
    }
}

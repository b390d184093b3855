using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Shares.Local.S3.Storage;

namespace Shares.Local.Demo;

/// <summary>
/// Projects, people, datasets with real bytes and shares to begin with, made through the API as people would make them; only the
/// bytes go straight into storage. Names and contents are the same in every run, ids are not.
/// </summary>
public sealed class DemoData(Uri gateway, S3Store storage, TimeProvider time)
{
    private const int AtOnce = 8;

    private readonly DemoApi _api = new(gateway, time);

    /// <summary>Completes when storage enforces all shares.</summary>
    /// <param name="progress">Told how many of how many datasets are there.</param>
    public async Task<DemoWorld> SeedAsync(IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken)
    {
        var projects = new Dictionary<string, DemoProject>();
        foreach (var plan in DemoProject.All) projects[plan.Name] = plan with { Id = await CreateAsync(plan, cancellationToken) };
        foreach (var project in projects.Values) await _api.ReadyAsync(project.Id, cancellationToken);

        var done = 0;
        var datasets = new ConcurrentDictionary<DemoDataset, (string, string)>();
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(DemoDataset.All, limits, async (dataset, token) =>
        {
            datasets[dataset] = await UploadAsync(projects[dataset.Project], dataset, token);
            progress.Report((Interlocked.Increment(ref done), DemoDataset.All.Count));
        });
        var shares = new Dictionary<string, string>();
        foreach (var share in DemoShare.All) shares[share.Name] = await PublishAsync(projects, share, cancellationToken);
        return new(projects.ToDictionary(project => project.Key, project => project.Value.Id), shares, datasets);
    }

    private async Task<string> CreateAsync(DemoProject project, CancellationToken cancellationToken)
    {
        var created = await _api.SendAsync("platform-admin", HttpMethod.Post, "/api/projects", project.ToJson(), cancellationToken);
        var id = (string)created["id"]!;
        foreach (var (user, role) in project.Members)
        {
            var member = new JsonObject { ["username"] = user, ["role"] = role };
            await _api.SendAsync("platform-admin", HttpMethod.Put, $"/api/projects/{id}/permissions", member, cancellationToken);
        }

        return id;
    }

    private async Task<(string Id, string Bucket)> UploadAsync(DemoProject project, DemoDataset dataset, CancellationToken cancellationToken)
    {
        var path = $"/api/projects/{project.Id}/datasets";
        var registered = await _api.SendAsync(dataset.CreatedBy, HttpMethod.Post, $"{path}/upload", dataset.ToJson(), cancellationToken);
        var (id, bucket) = ((string)registered["id"]!, (string)registered["bucket"]!);
        foreach (var file in dataset.Files)
        {
            await using var bytes = file.Open();
            await storage.PutAsync(bucket, $"datasets/{id}/data/{file.Name}", bytes, file.ContentType, cancellationToken);
        }

        await _api.SendAsync(dataset.CreatedBy, HttpMethod.Post, $"{path}/{id}:complete", null, cancellationToken);
        return (id, bucket);
    }

    private async Task<string> PublishAsync(Dictionary<string, DemoProject> projects, DemoShare share, CancellationToken cancellationToken)
    {
        var publisher = projects[DemoProject.Publisher].Id;
        var input = share.ToJson([.. share.OfferedTo.Select(name => projects[name].Id)]);
        var created = await _api.SendAsync("core-admin", HttpMethod.Post, $"/api/projects/{publisher}/shares", input, cancellationToken);
        var id = (string)created["id"]!;
        if (share.IsSubscribed)
            await _api.SendAsync("lab-admin", HttpMethod.Put, $"/api/projects/{projects[DemoProject.Subscriber].Id}/shares/{id}:subscribe", null, cancellationToken);
        await _api.EnforcedAsync(publisher, id, cancellationToken);
        return id;
    }
}

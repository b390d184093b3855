using Microsoft.Extensions.DependencyInjection;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Projects;
using Shares.Data.Sharing;

namespace Shares.Bench.Scale.Build;

/// <summary>Projects, the shares that use cases are about, and subscriptions, written by the stores themselves, so that nothing that goes with them is missing.</summary>
internal static class SharePart
{
    private static readonly ParallelOptions Writers = new() { MaxDegreeOfParallelism = 8 };

    public static async Task AddAsync(IServiceProvider stores, ScaleShape shape)
    {
        await AddProjectAsync(stores, ScaleIds.Publisher, "publisher", People.Publisher);
        await AddProjectAsync(stores, ScaleIds.Writer, "writer", People.Publisher);
        foreach (var user in People.Previewers)
        {
            var members = stores.GetRequiredService<MemberStore>();
            (await members.SetRoleAsync(ScaleIds.Publisher, user, Role.Admin, People.Acting(People.Publisher), default)).ValueOrThrow();
        }

        await EachAsync("projects", 1, shape.Projects, n =>
            AddProjectAsync(stores, ScaleIds.Lab(n), $"lab {n:0000}", n <= shape.Memberships ? People.Member : People.Other));
        await EachAsync("shares", 0, WorldShares.FirstPlain, n => AddShareAsync(stores, WorldShares.At(shape, n)));
        await SubscribeAsync(stores, WorldShares.Half, 1);
        await EachAsync("subscriptions of one project", 0, WorldShares.Subscribed, n => SubscribeAsync(stores, WorldShares.FirstSubscribed + n, 1));
        await EachAsync("subscriptions of one share", 2, shape.Projects / 2, n => SubscribeAsync(stores, WorldShares.Wide, n));
        await Enforcing.AddAsync(stores);
    }

    private static async Task EachAsync(string what, int first, int count, Func<int, Task> add)
    {
        var progress = new Progress(what, count);
        await Parallel.ForEachAsync(Enumerable.Range(first, count), Writers, async (n, _) =>
        {
            await add(n);
            progress.Add(1);
        });
    }

    private static async Task AddProjectAsync(IServiceProvider stores, ProjectId id, string name, UserId owner)
    {
        var project = new Project
        {
            Id = id,
            Name = name,
            Status = ProjectStatus.Completed,
            Bucket = Project.DefaultBucket(id),
            Settings = new() { IsShareable = true, IsDiscoverable = true },
            CreatedBy = owner,
            CreatedAt = WorldShares.Start,
            UpdatedAt = WorldShares.Start,
        };
        (await stores.GetRequiredService<ProjectStore>().CreateAsync(project, People.Acting(owner), default)).ValueOrThrow();
    }

    private static async Task AddShareAsync(IServiceProvider stores, WorldShare share) =>
        (await stores.GetRequiredService<ShareStore>().CreateAsync(share.ToShare(), People.Acting(People.Publisher), default)).ValueOrThrow();

    private static async Task SubscribeAsync(IServiceProvider stores, int share, int lab)
    {
        var store = stores.GetRequiredService<ShareStore>();
        var found = await store.FindAsync(ScaleIds.Share(share), default);
        (await store.SubscribeAsync(found!, ScaleIds.Lab(lab), People.Acting(People.Member), default)).ValueOrThrow();
    }
}

using Shares.Core.Audit;
using Shares.Core.Egress.Limits;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Data.Store;

namespace Shares.Billing.Tests.World;

/// <summary>Shares of the first publisher, who has a bucket.</summary>
internal static class Publishing
{
    private static readonly ProjectId Publisher = Downloads.Publisher(1);

    /// <param name="generation">Over 1: the share was made analyze-only and opened again.</param>
    public static async Task PublishAsync(this Office office, int share = 1, EgressLimit? limit = null, int generation = 1)
    {
        var (by, actor, now, ct) = (UserId.Parse("ada"), new Actor(ActorType.Person, "ada", "", ""), office.Time.GetUtcNow(), TestContext.Current.CancellationToken);
        if (await office.Of<ProjectStore>().FindAsync(Publisher, ct) is null)
        {
            (await office.Of<ProjectStore>().CreateAsync(new Project
            {
                Id = Publisher, Name = "core", Status = ProjectStatus.Completed, Bucket = "core-bucket", Settings = new() { IsShareable = true }, CreatedBy = by, CreatedAt = now, UpdatedAt = now,
            }, actor, ct)).ValueOrThrow();
        }

        (await office.Of<ShareStore>().CreateAsync(new Share
        {
            Id = Downloads.Share(share), Name = "\"T cells\"", PublisherId = Publisher, Selection = new([]), IsViewRestricted = false, EgressLimit = limit, DownloadGeneration = generation,
            CreatedBy = by, CreatedAt = now, UpdatedAt = now,
        }, actor, ct)).ValueOrThrow();
        // As Provisioning leaves it once the share is enforced.
        await office.Of<Table>().PutManyAsync([KeptShareItem.ToItem(Downloads.Share(share), now)], ct);
    }
}

using Shares.Core.Egress.Grouping;
using Shares.Core.Ids;
using Shares.Data.Datasets;
using Shares.Data.Projects;
using Shares.Data.Sharing;

namespace Shares.Api.ListEgress;

/// <summary>Names of what groups are about, as they are now; empty for what is gone.</summary>
internal sealed class EgressNames(IReadOnlyDictionary<ShareId, string> shares, IReadOnlyDictionary<ProjectId, string> projects, IReadOnlyDictionary<DatasetId, string> datasets)
{
    public static async Task<EgressNames> ReadAsync(
        IReadOnlyCollection<EgressGroup> groups, ShareStore shares, ProjectStore projects, DatasetStore datasets, CancellationToken ct)
    {
        var named = shares.FindManyAsync([.. groups.Select(group => group.Share).OfType<ShareId>().Distinct()], ct);
        var receivers = projects.FindManyAsync([.. groups.Select(group => group.Subscriber).OfType<ProjectId>().Distinct()], ct);
        var read = await datasets.FindManyAsync([.. groups.Select(group => group.Dataset).OfType<DatasetId>().Distinct()], ct);
        return new(
            (await named).ToDictionary(share => share.Key, share => share.Value.Name),
            (await receivers).ToDictionary(project => project.Key, project => project.Value.Name),
            read.ToDictionary(dataset => dataset.Key, dataset => dataset.Value.Name));
    }

    public NamedItem? Of(ShareId? id) => id is { } known ? new(known.ToString(), shares.GetValueOrDefault(known, "")) : null;

    public NamedItem? Of(ProjectId? id) => id is { } known ? new(known.ToString(), projects.GetValueOrDefault(known, "")) : null;

    public NamedItem? Of(DatasetId? id) => id is { } known ? new(known.ToString(), datasets.GetValueOrDefault(known, "")) : null;
}

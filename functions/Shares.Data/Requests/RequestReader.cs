using Shares.Core.Access;
using Shares.Core.Ids;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Requests;

/// <summary>Reads, strongly and in one round trip, what nearly every request begins with.</summary>
public sealed class RequestReader(Table table)
{
    public async Task<RequestItems> ReadAsync(ProjectId project, Caller caller, ShareId? share, DatasetId? dataset, CancellationToken ct)
    {
        var projectKey = ProjectItem.KeyOf(project);
        Key? memberKey = caller is Caller.Person person ? MemberItem.KeyOf(project, person.Id) : null;
        Key? shareKey = share is { } s ? ShareItem.KeyOf(s) : null;
        Key? datasetKey = dataset is { } d ? DatasetItem.KeyOf(d) : null;

        var found = await table.GetManyAsync(new[] { projectKey, memberKey, shareKey, datasetKey }.OfType<Key>(), ct);
        T? Read<T>(Key? key, Func<Item, T> read) where T : class =>
            key is { } known && found.TryGetValue(known, out var item) ? read(item) : null;
        return new(
            Read(projectKey, ProjectItem.FromItem),
            Read(memberKey, MemberItem.FromItem),
            Read(shareKey, ShareItem.FromItem),
            Read(datasetKey, DatasetItem.FromItem));
    }
}

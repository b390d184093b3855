using Shares.Core.Projects;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>Says whose a bucket is, so that no two projects name the same: <c>BUCKET#{bucket}</c>, <c>META</c>.</summary>
public static class BucketItem
{
    public static Key KeyOf(string bucket) => new($"BUCKET#{KeyText.Escape(bucket)}", Key.Meta);

    public static Item ToItem(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return KeyOf(project.Bucket).ToItem().With("Project", project.Id.ToString());
    }
}

using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Streams;

internal static class TableChangeReader
{
    /// <summary>The change of a project's or a share's own item; null for every other item, of which most changes are.</summary>
    public static TableChange? Read(TableStreamImages images)
    {
        var key = Key.Of(images.Keys);
        if (key.Sort != Key.Meta) return null;
        if (key.Partition.StartsWith(ShareItem.Prefix, StringComparison.Ordinal))
            return new TableChange.ShareChanged(Read(images.OldImage, ShareItem.FromItem), Read(images.NewImage, ShareItem.FromItem));
        if (key.Partition.StartsWith(ProjectItem.Prefix, StringComparison.Ordinal))
            return new TableChange.ProjectChanged(Read(images.OldImage, ProjectItem.FromItem), Read(images.NewImage, ProjectItem.FromItem));
        return null;
    }

    private static T? Read<T>(Item? image, Func<Item, T> read) where T : class => image is null ? null : read(image);
}

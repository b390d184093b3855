using Shares.Core.Ids;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Streams;

internal static class TableChangeReader
{
    /// <summary>Null for items of no interest, of which most changes are.</summary>
    public static TableChange? Read(TableStreamImages images)
    {
        var key = Key.Of(images.Keys);
        if (key.Partition.StartsWith(ShareItem.Prefix, StringComparison.Ordinal)) return OfShare(images, key);
        if (key.Partition.StartsWith(ProjectItem.Prefix, StringComparison.Ordinal)) return OfProject(images, key);
        if (key.Partition.StartsWith(CanaryItem.Prefix, StringComparison.Ordinal)) return OfCanary(images);
        return key.Sort == Key.Meta && key.Partition.StartsWith(DatasetItem.Prefix, StringComparison.Ordinal)
            ? new TableChange.DatasetChanged(Read(images.OldImage, DatasetItem.FromItem), Read(images.NewImage, DatasetItem.FromItem))
            : null;
    }

    private static TableChange? OfShare(TableStreamImages images, Key key)
    {
        if (key.Sort == Key.Meta)
            return new TableChange.ShareChanged(Read(images.OldImage, ShareItem.FromItem), Read(images.NewImage, ShareItem.FromItem));
        var share = UuidId.Parse<ShareId>(key.Partition[ShareItem.Prefix.Length..]);
        if (images.NewImage is null) return null;
        if (key.Sort.StartsWith(RevocationRequestItem.Prefix, StringComparison.Ordinal)) return new TableChange.RevocationRequested(share);
        return key.Sort == VerificationRequestItem.Sort
            ? new TableChange.VerificationRequested(share, VerificationRequestItem.AtOf(images.NewImage))
            : null;
    }

    /// <summary>What was found otherwise than it was read is read again.</summary>
    private static TableChange.VerificationRequested? OfCanary(TableStreamImages images) =>
        images.NewImage is { } image && CanaryItem.FromItem(image) is { Passed: false } failed
            ? new(CanaryItem.ShareOf(images.Keys), failed.TriedAt)
            : null;

    private static TableChange? OfProject(TableStreamImages images, Key key)
    {
        if (key.Sort == Key.Meta)
            return new TableChange.ProjectChanged(Read(images.OldImage, ProjectItem.FromItem), Read(images.NewImage, ProjectItem.FromItem));
        if (images.NewImage is not null || images.OldImage is null || !key.Sort.StartsWith(MemberItem.Prefix, StringComparison.Ordinal)) return null;
        var member = MemberItem.FromItem(images.OldImage);
        return new TableChange.MemberGone(member.ProjectId, member.UserId);
    }

    private static T? Read<T>(Item? image, Func<Item, T> read) where T : class => image is null ? null : read(image);
}

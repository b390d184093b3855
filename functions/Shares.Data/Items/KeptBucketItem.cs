using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>A project's bucket, of which the policy is kept as it must be: <c>STORAGE</c>, <c>BUCKET#{bucket}</c>.</summary>
public static class KeptBucketItem
{
    public const string Prefix = "BUCKET#";

    public static Key KeyOf(string bucket) => new(KeptShareItem.Partition, $"{Prefix}{KeyText.Escape(bucket)}");

    public static Item ToItem(KeptBucket bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        return KeyOf(bucket.Name).ToItem()
            .With("Project", bucket.ProjectId.ToString())
            .With("Reason", bucket.Reason)
            .With("LastVerifiedAt", bucket.LastVerifiedAt)
            .With("Differences", bucket.Differences, DifferenceMap.Write)
            .With("DueAt", bucket.DueAt);
    }

    public static KeptBucket FromItem(Item item) => new()
    {
        Name = KeyText.Unescape(Key.Of(item).Sort[Prefix.Length..]),
        ProjectId = item.Id<ProjectId>("Project"),
        Reason = item.TextOrNull("Reason"),
        LastVerifiedAt = item.TimeOrNull("LastVerifiedAt"),
        Differences = item.List("Differences", DifferenceMap.Read),
        DueAt = item.Time("DueAt"),
    };
}

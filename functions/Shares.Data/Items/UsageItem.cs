using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>A usage: <c>SHARE#{s}</c>, <c>USAGE#{u}</c>. DynamoDB removes it some time after <see cref="Kept"/> from its end.</summary>
public static class UsageItem
{
    public const string Prefix = "USAGE#";

    /// <summary>How long an ended usage can still be looked up.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public static Key KeyOf(ShareId share, UsageId usage) => new(ShareItem.Partition(share), $"{Prefix}{usage}");

    public static Item ToItem(ShareUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return KeyOf(usage.ShareId, usage.Id).ToItem()
            .With("Execution", usage.ExecutionId.ToString())
            .With("Project", usage.ConsumingProjectId.ToString())
            .With("Dataset", usage.DatasetId.ToString())
            .With("AccessPoint", usage.AccessPointArn)
            .With("Status", usage.Status)
            .With("CreatedAt", usage.CreatedAt)
            .With("UpdatedAt", usage.UpdatedAt)
            .With("EndsAt", usage.EndsAt)
            .With("Expires", (usage.EndsAt + Kept).ToUnixTimeSeconds());
    }

    public static ShareUsage FromItem(Item item)
    {
        var key = Key.Of(item);
        return new(
            UuidId.Parse<UsageId>(key.Sort[Prefix.Length..]),
            UuidId.Parse<ShareId>(key.Partition[ShareItem.Prefix.Length..]),
            item.Id<ExecutionId>("Execution"),
            item.Id<ProjectId>("Project"),
            item.Id<DatasetId>("Dataset"),
            item.Text("AccessPoint"),
            item.Name<UsageStatus>("Status"),
            item.Time("CreatedAt"),
            item.Time("UpdatedAt"),
            item.Time("EndsAt"));
    }
}

using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>How storage enforces a share: <c>SHARE#{s}</c>, <c>ENFORCEMENT</c>. Outlives the share until nothing is left in storage.</summary>
public static class EnforcementItem
{
    public static Key KeyOf(ShareId share) => new(ShareItem.Partition(share), "ENFORCEMENT");

    public static Expr NotAfter(long shareVersion) => new(
        $"attribute_not_exists(#{Key.PartitionName}) OR #ShareVersion <= :shareVersion", new Item().With(":shareVersion", shareVersion));

    public static Item ToItem(ShareId share, Enforcement enforcement)
    {
        ArgumentNullException.ThrowIfNull(enforcement);
        return KeyOf(share).ToItem()
            .With("State", enforcement.State)
            .With("ShareVersion", enforcement.ShareVersion)
            .With("AccessPoints", enforcement.AccessPoints, name => AttributeWriting.Text(name.ToString()))
            .With("Reason", enforcement.Reason)
            .With("EffectiveAt", enforcement.EffectiveAt)
            .With("LastVerifiedAt", enforcement.LastVerifiedAt)
            .With("UpdatedAt", enforcement.UpdatedAt);
    }

    public static Enforcement FromItem(Item item) => new()
    {
        State = item.Name<EnforcementState>("State"),
        ShareVersion = item.Number("ShareVersion"),
        AccessPoints = item.List("AccessPoints", value => AccessPointName.Parse(value.S)),
        Reason = item.TextOrNull("Reason"),
        EffectiveAt = item.TimeOrNull("EffectiveAt"),
        LastVerifiedAt = item.TimeOrNull("LastVerifiedAt"),
        UpdatedAt = item.Time("UpdatedAt"),
    };
}

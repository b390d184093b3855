using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>Somebody wants storage to be compared with the table now: <c>SHARE#{s}</c>, <c>ENFORCEMENT#VERIFY</c>.</summary>
public static class VerificationRequestItem
{
    public const string Sort = $"{EnforcementItem.Sort}#VERIFY";

    public static Key KeyOf(ShareId share) => new(ShareItem.Partition(share), Sort);

    /// <summary>DynamoDB removes it some time after a day, should nobody have worked it off.</summary>
    public static Item ToItem(ShareId share, DateTimeOffset at) =>
        KeyOf(share).ToItem().With("At", at).With("Expires", at.AddDays(1).ToUnixTimeSeconds());

    public static DateTimeOffset AtOf(Item item) => item.Time("At");
}

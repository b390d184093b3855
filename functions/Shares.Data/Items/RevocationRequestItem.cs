using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// Sessions that have to end, not yet on record: <c>SHARE#{s}</c>, <c>ENFORCEMENT#REVOKE#{subject}</c>. Written in the transaction that
/// takes the access away.
/// </summary>
public static class RevocationRequestItem
{
    public const string Prefix = $"{EnforcementItem.Sort}#REVOKE#";

    public static Key KeyOf(ShareId share, Revoked subject) => new(ShareItem.Partition(share), $"{Prefix}{RevokedText.Write(subject)}");

    /// <summary>Still the same request, and no later one for the same subject.</summary>
    public static Expr Unchanged(RevocationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new($"attribute_not_exists(#{Key.PartitionName}) OR #At = :at", new Item().With(":at", request.At));
    }

    public static Item ToItem(RevocationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return KeyOf(request.ShareId, request.Subject).ToItem().With("At", request.At);
    }

    public static RevocationRequest FromItem(Item item)
    {
        var key = Key.Of(item);
        return new(
            UuidId.Parse<ShareId>(key.Partition[ShareItem.Prefix.Length..]), RevokedText.Parse(key.Sort[Prefix.Length..]), item.Time("At"));
    }
}

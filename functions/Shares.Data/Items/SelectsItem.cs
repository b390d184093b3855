using Shares.Core;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>A share selects by a value: <c>PROJECT#{p}#SELECTS#{field}#{value}</c>, <c>SHARE#{s}</c>. Nothing but its key.</summary>
public static class SelectsItem
{
    public static string Partition(ProjectId project, Condition by) =>
        $"{ProjectItem.Partition(project)}#SELECTS#{ContractName.Of(by.Field)}#{KeyText.Escape(by.Value)}";

    public static Key KeyOf(ProjectId project, Condition by, ShareId share) => new(Partition(project, by), ShareItem.Partition(share));

    public static ShareId ShareOf(Item item) => UuidId.Parse<ShareId>(Key.Of(item).Sort[ShareItem.Prefix.Length..]);
}

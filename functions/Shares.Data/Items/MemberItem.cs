using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// A role in a project: <c>PROJECT#{p}</c>, <c>MEMBER#{user}</c>. Always written together with its <see cref="MembershipItem"/>.
/// </summary>
public static class MemberItem
{
    public const string Prefix = "MEMBER#";

    public static Key KeyOf(ProjectId project, UserId user) =>
        new(ProjectItem.Partition(project), $"{Prefix}{KeyText.Escape(user.ToString())}");

    public static Item ToItem(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return KeyOf(member.ProjectId, member.UserId).ToItem().With("Role", member.Role);
    }

    public static Member FromItem(Item item)
    {
        var key = Key.Of(item);
        return new(
            UuidId.Parse<ProjectId>(key.Partition[ProjectItem.Prefix.Length..]),
            UserId.Parse(KeyText.Unescape(key.Sort[Prefix.Length..])),
            item.Name<Role>("Role"));
    }
}

using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>The same from the person's side: <c>USER#{user}</c>, <c>PROJECT#{p}</c>. In it are all projects of a person.</summary>
public static class MembershipItem
{
    public static string Partition(UserId user) => $"USER#{KeyText.Escape(user.ToString())}";

    public static Key KeyOf(ProjectId project, UserId user) => new(Partition(user), ProjectItem.Partition(project));

    public static Item ToItem(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return KeyOf(member.ProjectId, member.UserId).ToItem().With("Role", member.Role);
    }

    public static ProjectId ProjectOf(Item item) => UuidId.Parse<ProjectId>(Key.Of(item).Sort[ProjectItem.Prefix.Length..]);
}

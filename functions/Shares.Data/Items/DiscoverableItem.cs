using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Projects;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>A project that others may find: <c>DISCOVERABLE</c>, <c>{folded name}#{p}</c>, so in the order of names.</summary>
public static class DiscoverableItem
{
    public const string Partition = "DISCOVERABLE";

    /// <summary>What the sort keys of all names begin with that begin so, whatever their case.</summary>
    public static string SortPrefix(string textPrefix) => KeyText.Escape(KeyText.Fold(textPrefix));

    public static Key KeyOf(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return new(Partition, $"{SortPrefix(project.Name)}#{project.Id}");
    }

    public static Item ToItem(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return KeyOf(project).ToItem().With("Name", project.Name);
    }

    public static ProjectName FromItem(Item item)
    {
        var sort = Key.Of(item).Sort;
        return new(UuidId.Parse<ProjectId>(sort[(sort.LastIndexOf('#') + 1)..]), item.Text("Name"));
    }
}

using Shares.Core.Governance;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>A classification: <c>CLASSIFICATION</c>, its id. They are few, so one partition holds them all.</summary>
public static class ClassificationItem
{
    public const string Partition = "CLASSIFICATION";

    public static Key KeyOf(ClassificationId id) => new(Partition, id.ToString());

    public static Item ToItem(Classification classification)
    {
        ArgumentNullException.ThrowIfNull(classification);
        return KeyOf(classification.Id).ToItem()
            .With("Name", classification.Name)
            .With("Description", classification.Description)
            .With("Requirements", classification.RequirementIds)
            .With("CreatedBy", classification.CreatedBy.ToString())
            .With("CreatedAt", classification.CreatedAt)
            .With("UpdatedAt", classification.UpdatedAt);
    }

    public static Classification FromItem(Item item) => new()
    {
        Id = UuidId.Parse<ClassificationId>(Key.Of(item).Sort),
        Name = item.Text("Name"),
        Description = item.Text("Description"),
        RequirementIds = item.Texts("Requirements"),
        CreatedBy = item.User("CreatedBy"),
        CreatedAt = item.Time("CreatedAt"),
        UpdatedAt = item.Time("UpdatedAt"),
    };
}

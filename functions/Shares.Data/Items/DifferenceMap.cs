using Amazon.DynamoDBv2.Model;
using Shares.Core.Enforcing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>Something that was found changed in storage: a map in a list.</summary>
public static class DifferenceMap
{
    public static AttributeValue Write(Difference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return new()
        {
            M = new Item()
                .With("Kind", difference.Kind)
                .With("Where", difference.Where)
                .With("Detail", difference.Detail)
                .With("FoundAt", difference.FoundAt),
        };
    }

    public static Difference Read(AttributeValue map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new(map.M.Name<DifferenceKind>("Kind"), map.M.Text("Where"), map.M.Text("Detail"), map.M.Time("FoundAt"));
    }
}

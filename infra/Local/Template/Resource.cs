using YamlDotNet.RepresentationModel;

namespace Shares.Local.Template;

internal sealed class Resource
{
    private readonly YamlMappingNode _properties;

    public Resource(string logicalId, Block block)
    {
        LogicalId = logicalId;
        Place = block.Place;
        Node = block.Node;
        Type = block.RequiredText("Type");
        _properties = block.Child("Properties")?.Node ?? [];
        // All of it is there at once here.
        block.PassOver("DeletionPolicy", "UpdateReplacePolicy", "Metadata", "DependsOn");
        block.End();
    }

    public string LogicalId { get; }

    public string Type { get; }

    public Place Place { get; }

    public YamlMappingNode Node { get; }

    /// <summary>A fresh reading of the properties, none of them taken yet.</summary>
    public Block Properties() => new(Place, _properties);
}

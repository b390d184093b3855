using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Shares.Local.Template;

/// <summary>
/// A mapping in a template. Each member must be read or passed over by name before <see cref="End"/>, so that nothing in a
/// template is silently without effect on this machine.
/// </summary>
internal sealed class Block(Place place, YamlMappingNode node)
{
    private readonly HashSet<string> _taken = [];

    public Place Place => place;

    public YamlMappingNode Node => node;

    public IEnumerable<string> Keys => node.Children.Keys.Select(Yaml.Text);

    public static Block Empty(Place place) => new(place, []);

    public static Block Of(Place place, YamlNode node) =>
        node is YamlMappingNode { Tag.IsEmpty: true } mapping ? new(place, mapping) : throw place.Error(node, "a mapping is expected here");

    /// <summary>The member with its intrinsics resolved; null when absent or AWS::NoValue.</summary>
    public JsonNode? Json(string key) => Take(key) is { } value ? Intrinsics.Resolve(place, value) : null;

    public string? Text(string key) => Value<string>(key, "a text", out var text) ? text : null;

    public string RequiredText(string key) => Text(key) ?? throw Missing(key);

    public int? Number(string key) => Value<int>(key, "a whole number", out var number) ? number : null;

    /// <summary>False when absent.</summary>
    public bool Flag(string key) => Value<bool>(key, "true or false", out var flag) && flag;

    public Block? Child(string key) => Take(key) is { } value ? Of(place, value) : null;

    public Block RequiredChild(string key) => Child(key) ?? throw Missing(key);

    public IReadOnlyList<Block> Blocks(string key) =>
        Take(key) is YamlSequenceNode items ? [.. items.Select(item => Of(place, item))] : [];

    public IReadOnlyList<string> Texts(string key) => Json(key) is JsonArray items ? [.. items.Select(item => item!.GetValue<string>())] : [];

    /// <summary>These members, if present, mean nothing on one machine.</summary>
    public void PassOver(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys) _ = Json(key);
    }

    public void End()
    {
        if (node.Children.FirstOrDefault(member => !_taken.Contains(Yaml.Text(member.Key))).Key is { } unknown)
            throw place.Error(unknown, $"the local cloud does not know {Yaml.Text(unknown)}");
    }

    private TemplateException Missing(string key) => place.Error(node, $"{key} is missing");

    private YamlNode? Take(string key)
    {
        _taken.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private bool Value<T>(string key, string expected, out T? value)
    {
        value = default;
        if (Json(key) is not { } json) return false;
        return json is JsonValue scalar && scalar.TryGetValue(out value) ? true : throw place.Error(node, $"{key} is not {expected}");
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Shares.Local.Template;

/// <summary>Turns a part of a template into JSON, with its intrinsic functions resolved. An unknown function is an error.</summary>
internal static partial class Intrinsics
{
    /// <summary>The value of AWS::NoValue: the member or item that has it is left out.</summary>
    private static readonly JsonNode NoValue = JsonValue.Create("AWS::NoValue");

    /// <summary>The resolved value, or null for AWS::NoValue.</summary>
    public static JsonNode? Resolve(Place place, YamlNode node) =>
        Any(place, node) is var value && ReferenceEquals(value, NoValue) ? null : value;

    public static bool Condition(Place place, YamlNode node) => Function(node) switch
    {
        ("Condition", var name) => place.Stack.Condition(place, name),
        ("Fn::Equals", YamlSequenceNode { Children: [var left, var right] }) =>
            JsonNode.DeepEquals(Resolve(place, left), Resolve(place, right)),
        ("Fn::Not", YamlSequenceNode { Children: [var only] }) => !Condition(place, only),
        ("Fn::And", YamlSequenceNode all) => all.All(each => Condition(place, each)),
        ("Fn::Or", YamlSequenceNode all) => all.Any(each => Condition(place, each)),
        _ => throw place.Error(node, "this is not a condition that the local cloud knows"),
    };

    private static JsonNode? Any(Place place, YamlNode node) => Function(node) switch
    {
        ("Ref", var name) when Yaml.Text(name) == "AWS::NoValue" => NoValue,
        ("Ref", var name) => place.Stack.Ref(place, name, Yaml.Text(name)),
        ("Fn::GetAtt", YamlScalarNode path) => Attribute(place, path, Yaml.Text(path)),
        ("Fn::GetAtt", YamlSequenceNode path) => Attribute(place, path, string.Join('.', path.Select(Yaml.Text))),
        ("Fn::Sub", YamlScalarNode text) => Substitute(place, text, []),
        ("Fn::Sub", YamlSequenceNode { Children: [YamlScalarNode text, YamlMappingNode values] }) => Substitute(place, text, values),
        ("Fn::Join", YamlSequenceNode { Children: [YamlScalarNode separator, YamlSequenceNode items] }) =>
            string.Join(Yaml.Text(separator), items.Select(item => Word(place, item))),
        ("Fn::If", YamlSequenceNode { Children: [var condition, var yes, var no] }) =>
            Any(place, place.Stack.Condition(place, condition) ? yes : no),
        (null, YamlScalarNode scalar) => Scalar(scalar),
        (null, YamlSequenceNode items) => new JsonArray([.. items.Select(item => Any(place, item)).Where(IsValue)]),
        (null, YamlMappingNode members) => new JsonObject(members.Children
            .Select(member => KeyValuePair.Create(Yaml.Text(member.Key), Any(place, member.Value)))
            .Where(member => IsValue(member.Value))),
        (var name, _) => throw place.Error(node, $"the local cloud does not know {name} in this form"),
    };

    private static bool IsValue(JsonNode? value) => !ReferenceEquals(value, NoValue);

    /// <summary>Short form (!Sub) and long form (Fn::Sub) alike; name null for what is no function.</summary>
    private static (string? Name, YamlNode Argument) Function(YamlNode node)
    {
        if (!node.Tag.IsEmpty && node.Tag.Value.StartsWith('!') && node.Tag.Value.Length > 1)
            return (node.Tag.Value[1..] is var name && name is "Ref" or "Condition" ? name : "Fn::" + name, node);
        return node is YamlMappingNode { Children: [var (key, argument)] } && Yaml.Text(key) is var text
            && (text is "Ref" or "Condition" && argument is YamlScalarNode || text.StartsWith("Fn::", StringComparison.Ordinal))
                ? (text, argument)
                : (null, node);
    }

    private static JsonNode Attribute(Place place, YamlNode at, string path) => path.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
        ? place.Stack.GetAtt(place, at, path[..dot], path[(dot + 1)..])
        : throw place.Error(at, $"{path} names no attribute");

    private static JsonNode Substitute(Place place, YamlScalarNode text, YamlMappingNode values) => Variable().Replace(Yaml.Text(text), match =>
    {
        var name = match.Groups["name"].Value;
        if (name.StartsWith('!')) return $"${{{name[1..]}}}";
        if (values.Children.TryGetValue(new YamlScalarNode(name), out var own)) return Word(place, own);
        return name.Contains('.', StringComparison.Ordinal)
            ? Attribute(place, text, name).GetValue<string>()
            : place.Stack.Ref(place, text, name).GetValue<string>();
    });

    private static string Word(Place place, YamlNode node) =>
        Resolve(place, node)?.ToString() ?? throw place.Error(node, "a text is expected here");

    private static JsonNode? Scalar(YamlScalarNode scalar) => (scalar.Style, Yaml.Text(scalar)) switch
    {
        (ScalarStyle.Plain, "true") => true,
        (ScalarStyle.Plain, "false") => false,
        (ScalarStyle.Plain, "" or "null" or "~") => null,
        (ScalarStyle.Plain, var text) when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        (_, var text) => text,
    };

    [GeneratedRegex(@"\$\{(?<name>[^}]+)\}")]
    private static partial Regex Variable();
}

using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Shares.OpenApi.Schemas;

/// <summary>What the doc comments of the code say of a type or a member; comments of records' parameters are those of their properties.</summary>
internal sealed partial class DocComments
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    public string? Of(Type type) => Text(Find($"T:{type.FullName}", type.Assembly)?.Element("summary"));

    public string? Of(PropertyInfo property)
    {
        var declaring = property.DeclaringType!;
        var own = Find($"P:{declaring.FullName}.{property.Name}", declaring.Assembly)?.Element("summary");
        var parameter = Find($"T:{declaring.FullName}", declaring.Assembly)?.Elements("param").SingleOrDefault(p => (string?)p.Attribute("name") == property.Name);
        return Text(own ?? parameter);
    }

    private XElement? Find(string name, Assembly assembly)
    {
        if (!_files.TryGetValue(assembly, out var members))
        {
            var path = Path.ChangeExtension(assembly.Location, ".xml");
            if (!File.Exists(path)) throw new InvalidOperationException($"{path} is missing: build with GenerateDocumentationFile.");
            _files[assembly] = members = XDocument.Load(path).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);
        }

        return members.GetValueOrDefault(name);
    }

    private static string? Text(XElement? comment) =>
        comment is null ? null : Space().Replace(string.Concat(comment.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement reference when (string?)(reference.Attribute("cref") ?? reference.Attribute("name")) is { } target => $"`{Camel(target.Split('.')[^1])}`",
        XElement other => string.Concat(other.Nodes().Select(Text)),
        _ => "",
    };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

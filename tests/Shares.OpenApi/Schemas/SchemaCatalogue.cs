using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Shares.OpenApi.Routing;
using Shares.Web.OpenApi;

namespace Shares.OpenApi.Schemas;

internal enum Direction
{
    Request,
    Answer,
}

/// <summary>Schemas of the types of bodies, as the functions' own serializers know them. Objects are components; the rest is written in place.</summary>
internal sealed class SchemaCatalogue
{
    private readonly Functions _functions;
    private readonly DocComments _comments = new();
    private readonly HashSet<Type> _sent = [];
    private readonly SortedDictionary<string, (Type Type, JsonObject Schema)> _components = new(StringComparer.Ordinal);
    private readonly List<string> _unshaped = [];

    public SchemaCatalogue(Functions functions)
    {
        _functions = functions;
        foreach (var request in functions.Routes.Select(route => route.Operation.Request).OfType<Type>()) Visit(request);
    }

    public static JsonObject GatewayMessage => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("message"),
        ["properties"] = new JsonObject { ["message"] = new JsonObject { ["type"] = "string" } },
    };

    public IReadOnlyList<BodyShape> Bodies => [.. _functions.Descriptions.SelectMany(function => function.Bodies)];

    public DocComments Comments => _comments;

    /// <summary>Whether callers send it; its members are nullable then, for the validation's sake, and never null when answered.</summary>
    public bool IsSent(Type type) => _sent.Contains(type);

    /// <exception cref="InvalidOperationException">Of some texts nothing says what they are.</exception>
    public JsonObject Write()
    {
        if (_unshaped.Count > 0) throw new InvalidOperationException($"Give these a shape in the functions' OpenApi folders:\n{string.Join('\n', _unshaped)}");
        var written = new JsonObject();
        foreach (var (name, component) in _components) written[name] = component.Schema;
        return written;
    }

    public JsonObject Of(Type type, Direction direction) => Info(type) switch
    {
        { Kind: JsonTypeInfoKind.Object } info => Reference(info, direction),
        { Kind: JsonTypeInfoKind.Enumerable } info => new() { ["type"] = "array", ["items"] = Of(info.ElementType!, direction) },
        { Kind: JsonTypeInfoKind.Dictionary } info => new() { ["type"] = "object", ["additionalProperties"] = Of(info.ElementType!, direction) },
        _ => Scalars.Of(type),
    };

    /// <summary>A page of a list, as the functions write it around its entries.</summary>
    public JsonObject PageOf(Type entry)
    {
        var name = $"{Name(entry, Direction.Answer)}Page";
        _components[name] = (entry, new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray("data", "nextToken"),
            ["properties"] = new JsonObject
            {
                ["data"] = new JsonObject { ["type"] = "array", ["items"] = Of(entry, Direction.Answer) },
                ["nextToken"] = new JsonObject { ["type"] = "string", ["description"] = "Empty on the last page." },
            },
        });
        return Reference(name);
    }

    public JsonTypeInfo Info(Type type)
    {
        foreach (var function in _functions.Descriptions)
        {
            if (function.Json.TryGetTypeInfo(type, out var info)) return info;
        }

        throw new InvalidOperationException($"No serializer knows {type}.");
    }

    public void Report(string unshaped) => _unshaped.Add(unshaped);

    private JsonObject Reference(JsonTypeInfo info, Direction direction)
    {
        var name = Name(info.Type, direction);
        if (!_components.TryGetValue(name, out var component))
        {
            var schema = new JsonObject();
            _components[name] = component = (info.Type, schema);
            new ObjectWriter(this, info, direction).WriteInto(schema);
        }

        if (component.Type != info.Type) throw new InvalidOperationException($"Two types would be called {name}: {component.Type}, {info.Type}.");
        return Reference(name);
    }

    private static JsonObject Reference(string component) => new() { ["$ref"] = $"#/components/schemas/{component}" };

    /// <summary>The type's, without what only sets it apart from a type of the domain.</summary>
    private string Name(Type type, Direction direction)
    {
        var name = type.Name;
        foreach (var suffix in new[] { "Answer", "Body" })
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal)) name = name[..^suffix.Length];
        }

        return direction == Direction.Request && name != type.Name && !IsSameBothWays(type) ? $"{name}Input" : name;
    }

    /// <summary>With nothing that a request may leave out.</summary>
    private bool IsSameBothWays(Type type) =>
        Bodies.Single(body => body.Type == type).Required.Count == Info(type).Properties.Count;

    private void Visit(Type type)
    {
        if (!_sent.Add(type)) return;
        var info = Info(type);
        if (info.ElementType is { } element) Visit(element);
        foreach (var property in info.Properties) Visit(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
    }
}

using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Shares.Local.Template;

/// <summary>One template with values for its parameters. Names are resolved when asked for, so that order does not matter.</summary>
internal sealed class Stack
{
    private readonly Dictionary<string, JsonNode> _parameters = [];
    private readonly Dictionary<string, Stack> _nested = [];
    private readonly Block _conditions;
    private readonly Block _outputs;

    private Stack(string file, TemplateParameters account, Func<string, JsonNode?> value)
    {
        File = file;
        Account = account;
        var top = Block.Of(new Place(this, "template"), Yaml.Read(file));
        top.PassOver("AWSTemplateFormatVersion", "Transform", "Description");
        foreach (var (name, parameter) in Section(top, "Parameters"))
        {
            parameter.PassOver("Type", "Description", "AllowedPattern", "MinLength");
            var byDefault = parameter.Json("Default");
            _parameters[name] = value(name) ?? byDefault ?? throw parameter.Place.Error(parameter.Node, "the parameter has no value");
            parameter.End();
        }

        _conditions = top.Child("Conditions") ?? Block.Empty(top.Place);
        _outputs = top.Child("Outputs") ?? Block.Empty(top.Place);
        Globals = top.Child("Globals")?.RequiredChild("Function").Node ?? [];
        Resources = Section(top, "Resources").ToDictionary(member => member.Name, member => new Resource(member.Name, member.Block));
        top.End();
    }

    public string File { get; }

    public TemplateParameters Account { get; }

    /// <summary>What all functions of this template have in common.</summary>
    public YamlMappingNode Globals { get; }

    public IReadOnlyDictionary<string, Resource> Resources { get; }

    public static Stack Open(string file, TemplateParameters account)
    {
        var stack = new Stack(file, account, name => account.Values.TryGetValue(name, out var value) ? value : null);
        return account.Values.Keys.FirstOrDefault(name => !stack._parameters.ContainsKey(name)) is { } unknown
            ? throw new TemplateException($"{file}: there is no parameter {unknown}")
            : stack;
    }

    public JsonNode Ref(Place place, YamlNode at, string name) => name switch
    {
        "AWS::AccountId" => Account.AccountId,
        "AWS::Region" => Account.Region,
        "AWS::Partition" => "aws",
        "AWS::StackName" => Account.StackName,
        "AWS::URLSuffix" => "amazonaws.com",
        _ when _parameters.TryGetValue(name, out var value) => value.DeepClone(),
        _ when Resources.TryGetValue(name, out var resource) => PhysicalNames.Ref(resource)
            ?? throw place.Error(at, $"the local cloud does not know what !Ref of {resource.Type} is"),
        _ => throw place.Error(at, $"{name} is neither a parameter nor a resource"),
    };

    public JsonNode GetAtt(Place place, YamlNode at, string name, string attribute)
    {
        if (!Resources.TryGetValue(name, out var resource)) throw place.Error(at, $"{name} is not a resource");
        if (resource.Type == "AWS::CloudFormation::Stack" && attribute.StartsWith("Outputs.", StringComparison.Ordinal))
            return Nested(resource).Output(place, at, attribute["Outputs.".Length..]);
        return PhysicalNames.Attribute(resource, attribute)
            ?? throw place.Error(at, $"the local cloud does not know the attribute {attribute} of {resource.Type}");
    }

    public bool Condition(Place place, YamlNode name) =>
        _conditions.Node.Children.TryGetValue(new YamlScalarNode(Yaml.Text(name)), out var condition)
            ? Intrinsics.Condition(place, condition)
            : throw place.Error(name, $"{Yaml.Text(name)} is not a condition");

    /// <summary>The template that a resource of type AWS::CloudFormation::Stack nests.</summary>
    public Stack Nested(Resource resource)
    {
        if (_nested.TryGetValue(resource.LogicalId, out var nested)) return nested;
        var block = resource.Properties();
        var file = Path.Combine(Path.GetDirectoryName(File)!, block.RequiredText("TemplateURL"));
        var values = block.Child("Parameters");
        block.End();
        nested = new Stack(file, Account, name => values?.Json(name));
        values?.End();
        return _nested[resource.LogicalId] = nested;
    }

    /// <summary>Resolves every output, so that one which names nothing is an error even while nobody reads it.</summary>
    public void CheckOutputs()
    {
        foreach (var name in _outputs.Keys) _ = Output(_outputs.Place, _outputs.Node, name);
    }

    private JsonNode Output(Place place, YamlNode at, string name)
    {
        var output = _outputs.Child(name) ?? throw place.Error(at, $"{File} has no output {name}");
        output.PassOver("Description");
        var value = output.Json("Value") ?? throw place.Error(at, $"the output {name} has no value");
        output.End();
        return value;
    }

    private IEnumerable<(string Name, Block Block)> Section(Block top, string section) => top.Child(section) is { } members
        ? members.Node.Children.Select(member => (Yaml.Text(member.Key), Block.Of(new Place(this, Yaml.Text(member.Key)), member.Value)))
        : [];
}

using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Shares.Testing.Contract;

/// <summary>A route as the document describes it.</summary>
public sealed partial class ContractOperation
{
    private readonly JsonObject _document;
    private readonly JsonObject _operation;
    private readonly Regex _path;

    internal ContractOperation(JsonObject document, string path, string method)
    {
        (_document, Path, Method) = (document, path, method.ToUpperInvariant());
        _operation = document["paths"]![path]![method]!.AsObject();
        _path = new Regex($"^{string.Concat(VariableParts().Split(path).Select(part => part.StartsWith('{') ? "[^/]+" : Regex.Escape(part)))}$");
    }

    public string Id => (string)_operation["operationId"]!;

    public string Method { get; }

    /// <summary>Without a prefix, with its variables: <c>/projects/{project}</c>.</summary>
    public string Path { get; }

    public string Route => $"{Method} {Path}";

    public JsonObject? Request => Follow(_operation["requestBody"]?["content"]?["application/json"]?["schema"])?.AsObject();

    /// <summary>Null when the route takes no body.</summary>
    public JsonNode? Example => _operation["requestBody"]?["content"]?["application/json"]?["example"];

    public IEnumerable<JsonObject> Parameters => _operation["parameters"]?.AsArray().Select(parameter => Follow(parameter)!.AsObject()) ?? [];

    public int Success => Responses.Keys.First(status => status < 400);

    /// <summary>Status and code of every refusal.</summary>
    public IEnumerable<(int Status, string Code)> Refusals =>
        from response in Responses
        where response.Key >= 400
        from code in response.Value["content"]!["application/problem+json"]!["schema"]!["properties"]!["errorCode"]!["enum"]!.AsArray()
        select (response.Key, (string)code!);

    internal Dictionary<int, JsonObject> Responses => _operation["responses"]!.AsObject()
        .Where(response => response.Key != "default")
        .ToDictionary(response => int.Parse(response.Key, CultureInfo.InvariantCulture), response => Follow(response.Value)!.AsObject());

    /// <summary>Before others that match as well: with fewer variables, then with more that is fixed.</summary>
    internal (int, int) Precedence => (Path.Count(c => c == '{'), -VariableParts().Replace(Path, "").Length);

    /// <summary>What a reference in the document stands for.</summary>
    public JsonNode? Follow(JsonNode? node)
    {
        while (node?["$ref"] is { } reference)
            node = ((string)reference!)[2..].Split('/').Aggregate((JsonNode)_document, (at, name) => at[name]!);
        return node;
    }

    internal bool Matches(string path) => _path.IsMatch(path);

    internal string RequestPointer => $"#/paths/{Escape(Path)}/{Method.ToLowerInvariant()}/requestBody/content/{Escape("application/json")}/schema";

    internal string SchemaPointer(int status, string type)
    {
        var reference = (string?)_operation["responses"]![$"{status}"]!["$ref"];
        var response = reference ?? $"#/paths/{Escape(Path)}/{Method.ToLowerInvariant()}/responses/{status}";
        return $"{response}/content/{Escape(type)}/schema";
    }

    [GeneratedRegex(@"(\{\w+\})")]
    private static partial Regex VariableParts();

    private static string Escape(string part) => Uri.EscapeDataString(part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
}

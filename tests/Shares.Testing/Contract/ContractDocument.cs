using System.Text.Json.Nodes;

namespace Shares.Testing.Contract;

/// <summary><c>docs/openapi.json</c>, which is generated from the code and which answers are held against.</summary>
public sealed class ContractDocument
{
    private static readonly string[] Prefixes = ["/api/", "/iam/"];

    private ContractDocument(JsonObject document) => Operations =
    [
        .. document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(method => new ContractOperation(document, path.Key, method.Key)))
            .OrderBy(operation => operation.Precedence),
    ];

    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "docs/openapi.json");

    public IReadOnlyList<ContractOperation> Operations { get; }

    public static ContractDocument Read() => new(JsonNode.Parse(File.ReadAllText(Path))!.AsObject());

    /// <param name="path">As it was sent, with its prefix, without a query.</param>
    public ContractOperation? Find(string method, string path)
    {
        var decoded = Uri.UnescapeDataString(path);
        var prefix = Prefixes.FirstOrDefault(prefix => decoded.StartsWith(prefix, StringComparison.Ordinal));
        var route = prefix is null ? decoded : decoded[(prefix.Length - 1)..];
        return Operations.FirstOrDefault(operation => operation.Method == method && operation.Matches(route));
    }
}

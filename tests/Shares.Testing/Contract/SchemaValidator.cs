using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shares.Testing.Contract;

/// <summary>
/// Validates JSON against schemas of an OpenAPI document, with Ajv in a program of its own: no package for .NET that is to be had speaks JSON
/// Schema 2020-12. The program ends with this one.
/// </summary>
internal sealed class SchemaValidator
{
    private readonly Process _node;
    private readonly Lock _gate = new();

    public SchemaValidator(string document)
    {
        var folder = Path.Combine(Repository.Root, "tests/Shares.Testing/Contract");
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) throw new InvalidOperationException($"Fetch what the check needs: npm --prefix {folder} ci");
        _node = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine(folder, "validate.js"), document },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    /// <param name="schema">A pointer into the document, <c>#/components/…</c>.</param>
    /// <returns>What is wrong; nothing when the body is as the schema says.</returns>
    public IReadOnlyList<string> Validate(string schema, JsonNode? body)
    {
        var question = new JsonObject { ["schema"] = schema, ["body"] = body?.DeepClone() }.ToJsonString();
        lock (_gate)
        {
            _node.StandardInput.WriteLine(question);
            _node.StandardInput.Flush();
            var answer = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The validator has ended.");
            return [.. JsonDocument.Parse(answer).RootElement.EnumerateArray().Select(problem => problem.GetString()!)];
        }
    }
}

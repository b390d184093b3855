using System.Text.Json.Nodes;

namespace Shares.Testing.Contract;

/// <summary>An answer is not one that the document allows.</summary>
public sealed class ContractException(string message) : Exception(message);

/// <summary>
/// Holds every answer that a test gets against the document: status, type, headers, and the body, in which nothing may be that is not described.
/// Remembers what was seen.
/// </summary>
public sealed class ContractCheck
{
    private const string Problem = "application/problem+json";

    /// <summary>Headers with a meaning in this API: where they come they are described.</summary>
    private static readonly string[] OwnHeaders = ["ETag", "Next-Token", "Retry-After", "Location"];

    private static readonly Lazy<ContractCheck> Instance = new(() => new ContractCheck());

    private readonly SchemaValidator _validator = new(ContractDocument.Path);

    private ContractCheck()
    {
    }

    /// <summary>One for the whole program.</summary>
    public static ContractCheck Shared => Instance.Value;

    public ContractDocument Document { get; } = ContractDocument.Read();

    public Coverage Coverage { get; } = new();

    /// <exception cref="ContractException">The document does not allow that answer.</exception>
    public void See(Exchange exchange)
    {
        var operation = Document.Find(exchange.Method, exchange.Path);
        if (IsOfGateway(exchange)) return;
        if (operation is null) CheckWithoutRoute(exchange);
        else Check(operation, exchange);
    }

    /// <returns>What is wrong with the body that the description of a route gives as an example.</returns>
    public IReadOnlyList<string> RefuseExample(ContractOperation operation) =>
        operation.Example is { } example ? _validator.Validate(operation.RequestPointer, example) : [];

    /// <summary>The gateway in front of the functions has a form of its own, and may refuse anything.</summary>
    private static bool IsOfGateway(Exchange exchange) =>
        exchange is { Status: >= 400, Type: "application/json" } && exchange.Json is JsonObject { Count: 1 } body && body.ContainsKey("message");

    private void CheckWithoutRoute(Exchange exchange)
    {
        if (exchange.Status is < 400 || exchange.Type != Problem) throw new ContractException($"No route is described: {exchange}");
        Validate("#/components/schemas/Problem", exchange);
    }

    private void Check(ContractOperation operation, Exchange exchange)
    {
        if (!operation.Responses.TryGetValue(exchange.Status, out var response)) throw new ContractException($"Undescribed status: {exchange}");
        CheckHeaders(operation, response, exchange);
        if (response["content"] is null)
        {
            if (exchange.Body.Length > 0) throw new ContractException($"Undescribed body: {exchange}");
        }
        else
        {
            if (exchange.Type is not { } type || response["content"]![type] is null) throw new ContractException($"Undescribed type {exchange.Type}: {exchange}");
            if (type.EndsWith("json", StringComparison.Ordinal)) Validate(operation.SchemaPointer(exchange.Status, type), exchange);
        }

        Coverage.Add(operation, exchange.Status, exchange.Status < 400 ? null : (string?)exchange.Json!["errorCode"]);
    }

    private static void CheckHeaders(ContractOperation operation, JsonObject response, Exchange exchange)
    {
        foreach (var name in OwnHeaders)
        {
            var described = operation.Follow(response["headers"]?[name]);
            var isThere = exchange.Headers.ContainsKey(name);
            if (isThere && described is null) throw new ContractException($"Undescribed header {name}: {exchange}");
            if (!isThere && described?["required"]?.GetValue<bool>() == true) throw new ContractException($"No header {name}: {exchange}");
        }
    }

    private void Validate(string schema, Exchange exchange)
    {
        var wrong = _validator.Validate(schema, exchange.Json);
        if (wrong.Count > 0) throw new ContractException($"{string.Join("; ", wrong)}\n{exchange}");
    }
}

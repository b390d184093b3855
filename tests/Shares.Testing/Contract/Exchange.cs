using System.Text.Json.Nodes;

namespace Shares.Testing.Contract;

/// <summary>A request as far as it decides what may be answered, and the answer.</summary>
/// <param name="Path">As sent, without a query.</param>
/// <param name="Headers">Of the answer; names in any case.</param>
public sealed record Exchange(string Method, string Path, int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Without parameters; null when there is none.</summary>
    public string? Type => Headers.GetValueOrDefault("content-type")?.Split(';')[0].Trim();

    public JsonNode? Json => JsonNode.Parse(Body);

    public override string ToString() => $"{Method} {Path} -> {Status} {Body}";
}

using System.Text.Json.Nodes;

namespace Shares.Model.Tests.Operations;

/// <summary>How the pages of an answer are told.</summary>
public enum Paging
{
    None,

    /// <summary><c>{data, nextToken}</c>, the token empty on the last page.</summary>
    Body,

    /// <summary>An array; header <c>Next-Token</c> while more follows.</summary>
    Header,
}

/// <summary>The request of an operation, with ids in place.</summary>
/// <param name="Path">Without the prefix that says how the caller has signed in.</param>
public sealed record Call(string Method, string Path)
{
    /// <summary>Names and values as they are; empty values are sent too.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];
    public string? Body { get; init; }
    public string ContentType { get; init; } = "application/json";
    public string? IfMatch { get; init; }
    public string? IdempotencyKey { get; init; }
    public Paging Paging { get; init; }

    /// <summary>Whether the function Access serves the route, and not Api.</summary>
    public bool IsForAccess { get; init; }

    public Call With(JsonNode body) => this with { Body = body.ToJsonString() };

    public string QueryText => string.Join('&', Query.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));

    public override string ToString()
    {
        string?[] parts =
        [
            $"{Method} {Path}{(Query.Count == 0 ? "" : $"?{QueryText}")}",
            IfMatch is null ? null : $"If-Match: {IfMatch}",
            IdempotencyKey is null ? null : $"Idempotency-Key: {IdempotencyKey}",
            Body,
        ];
        return string.Join(' ', parts.Where(part => part is not null));
    }
}

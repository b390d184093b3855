using System.Text.Json.Nodes;

namespace Shares.Model.Tests.Rules;

/// <summary>What the service answered to one operation.</summary>
public sealed record Answer(int Status)
{
    /// <summary>Of a problem.</summary>
    public string? Code { get; init; }

    /// <summary>Of a problem: the fields that it calls wrong.</summary>
    public IReadOnlySet<string> Fields { get; init; } = new HashSet<string>();
    public JsonNode? Body { get; init; }
    public string? ETag { get; init; }

    /// <summary>Of a list, all its pages together.</summary>
    public IReadOnlyList<JsonNode> Items { get; init; } = [];
    public int Pages { get; init; }

    /// <summary>What broke the rules of paging itself.</summary>
    public string? PagingFault { get; init; }

    public string NewId => Body?["id"]?.GetValue<string>() ?? "";

    public bool IsConflict => Status == 409 && Code == "CONFLICT";

    /// <param name="body">Characters of the body at most.</param>
    public string ToString(int body)
    {
        var json = Body?.ToJsonString() ?? "";
        var items = Pages == 0 ? "" : $", {Items.Count} items on {Pages} pages";
        return $"{Status} {Code}{(ETag is null ? "" : $", ETag {ETag}")}{items}{(json.Length == 0 ? "" : $": {json[..Math.Min(json.Length, body)]}")}";
    }
}

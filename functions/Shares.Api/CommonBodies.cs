namespace Shares.Api;

/// <summary>A tag on the wire.</summary>
internal sealed record TagBody(string? Value)
{
    public static IReadOnlyList<TagBody> From(IEnumerable<string> tags) => [.. tags.Select(tag => new TagBody(tag))];
}

/// <summary>Something with a name, where only those two matter.</summary>
public sealed record NamedItem(string Id, string Name);

/// <summary>What was made.</summary>
internal sealed record CreateResponse(string Id, string Message);

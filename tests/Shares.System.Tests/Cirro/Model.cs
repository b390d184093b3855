using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shares.SystemTests.Cirro;

/// <summary>What a client takes for a value: null when it does, else what it expected.</summary>
internal delegate string? Kind(JsonNode? value);

/// <summary>
/// The members that a client reads from an object. It fails on a missing one unless that is optional, and keeps those that it does not know.
/// </summary>
/// <param name="members">Name and kind; an optional member's name ends in <c>?</c>.</param>
internal sealed class Model(params (string Name, Kind Kind)[] members)
{
    public string? Refuse(JsonNode? value)
    {
        if (value is not JsonObject body) return "an object";
        foreach (var (name, kind) in members)
        {
            if (!body.TryGetPropertyValue(name.TrimEnd('?'), out var member))
            {
                if (name.EndsWith('?')) continue;
                return $"a member {name}";
            }

            if (kind(member) is { } expected) return $"{name}: {expected}, not {member?.ToJsonString() ?? "null"}";
        }

        return null;
    }
}

internal static class Kinds
{
    public static readonly Kind Text = value => Is(value, JsonValueKind.String) ? null : "a text";
    public static readonly Kind Flag = value => Is(value, JsonValueKind.True) || Is(value, JsonValueKind.False) ? null : "true or false";

    /// <summary>Typed clients take integers; a decimal point would break them.</summary>
    public static readonly Kind Whole = value =>
        Is(value, JsonValueKind.Number) && !value!.ToJsonString().AsSpan().ContainsAny('.', 'e', 'E') ? null : "a whole number";

    /// <summary>ISO 8601 in UTC, with its Z, which is what both Python and JavaScript read alike.</summary>
    public static readonly Kind Time = value =>
        Is(value, JsonValueKind.String)
        && DateTimeOffset.TryParseExact((string?)value, "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ? null
            : "a time";

    public static Kind OneOf(params string[] values) => value =>
        Is(value, JsonValueKind.String) && values.Contains((string?)value) ? null : $"one of {string.Join(", ", values)}";

    public static Kind ListOf(Kind kind) => value =>
        value is JsonArray list ? list.Select(entry => kind(entry)).FirstOrDefault(refusal => refusal is not null) : "a list";

    public static Kind MapOf(Kind kind) => value =>
        value is JsonObject map ? map.Select(entry => kind(entry.Value)).FirstOrDefault(refusal => refusal is not null) : "an object";

    public static Kind OrNull(Kind kind) => value => value is null ? null : kind(value);

    public static Kind Like(Model model) => model.Refuse;

    private static bool Is(JsonNode? value, JsonValueKind kind) => value is not null && value.GetValueKind() == kind;
}

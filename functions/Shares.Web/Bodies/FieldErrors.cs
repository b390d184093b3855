using Shares.Core;
using Shares.Core.Failures;

namespace Shares.Web.Bodies;

/// <summary>Collects every broken field of a request, so that its author sees all of them at once.</summary>
public sealed class FieldErrors
{
    private readonly List<FieldError> _errors = [];

    /// <summary>Null while nothing is broken.</summary>
    public Failure? Failure => _errors.Count == 0 ? null : Failure.Invalid(_errors);

    public void Add(string field, string message) => _errors.Add(new FieldError(field, message));

    /// <summary>The trimmed text; when it breaks the rule, or is missing and the rule wants some, that is noted and it is empty.</summary>
    public string Text(string field, string? text, TextRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Normalize(text ?? "") is { } normal) return normal;
        Add(field, text is null ? "is required" : $"must have {rule}");
        return "";
    }

    /// <summary>Every text by the rule, doubles dropped; none when the list is missing.</summary>
    public IReadOnlyList<string> Texts(string field, IReadOnlyList<string?>? texts, TextRule rule, int limit) =>
        [.. TextsAsGiven(field, texts, rule, limit).Distinct(StringComparer.Ordinal)];

    /// <summary>Every text by the rule, in the places where they were, so that more can be said of each; none when the list is missing.</summary>
    public IReadOnlyList<string> TextsAsGiven(string field, IReadOnlyList<string?>? texts, TextRule rule, int limit)
    {
        if (texts is null) return [];
        if (texts.Count <= limit) return [.. texts.Select((text, i) => Text($"{field}[{i}]", text, rule))];
        Add(field, $"must have at most {limit} entries");
        return [];
    }
}

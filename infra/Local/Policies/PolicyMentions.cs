using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Shares.Local.Policies;

/// <summary>The condition keys that a policy looks at, in its conditions and as variables. No other key can change what it says.</summary>
internal sealed partial class PolicyMentions
{
    // By reference: the text of a policy is one string for as long as it is in force.
    private static readonly ConditionalWeakTable<string, PolicyMentions> Known = [];
    private static long _lastId;

    private readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<LeadingKeyPattern> _leadingKeys = [];

    private PolicyMentions(string policy)
    {
        Id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        foreach (Match variable in Variable().Matches(policy)) _keys.Add(variable.Groups[1].Value);
        // What is no policy is an error of whoever evaluates it, not here.
        if (ParsePolicy(policy)?["Statement"] is { } statements) ReadConditions(statements);
    }

    /// <summary>Stands for the policy in keys of a cache.</summary>
    public string Id { get; }

    public static PolicyMentions Of(string policy) => Known.GetValue(policy, text => new(text));

    public bool Has(string contextKey) => _keys.Contains(contextKey);

    /// <summary>The patterns that the policy compares partition keys with; <see langword="null"/> when it compares them in another way.</summary>
    public IReadOnlyList<LeadingKeyPattern>? LeadingKeys { get; private set; } = [];

    private void ReadConditions(JsonNode statements)
    {
        foreach (var statement in statements is JsonArray several ? [.. several] : (JsonNode?[])[statements])
        {
            foreach (var (comparison, keys) in (statement as JsonObject)?["Condition"] as JsonObject ?? [])
            {
                foreach (var (key, values) in keys as JsonObject ?? []) Add(comparison, key, values);
            }
        }

        if (LeadingKeys is not null) LeadingKeys = _leadingKeys;
    }

    private void Add(string comparison, string key, JsonNode? values)
    {
        _keys.Add(key);
        if (!key.Equals(LeadingKeyPattern.ConditionKey, StringComparison.OrdinalIgnoreCase)) return;
        foreach (var value in values is JsonArray several ? [.. several] : (JsonNode?[])[values])
        {
            if (LeadingKeyPattern.Read(comparison, value) is { } pattern) _leadingKeys.Add(pattern);
            else LeadingKeys = null;
        }
    }

    private static JsonObject? ParsePolicy(string policy)
    {
        try
        {
            return JsonNode.Parse(policy) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\$\{\s*([^},\s]+)")]
    private static partial Regex Variable();
}

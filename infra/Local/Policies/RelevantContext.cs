using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shares.Local.Policies;

/// <summary>
/// Of what is known about a request, the part that some policies can look at. They are asked with this part only, so two requests
/// with the same part get the same answer; that is what makes decisions of many different requests worth keeping.
/// </summary>
internal sealed class RelevantContext
{
    private readonly StringBuilder _key = new();

    private RelevantContext(IReadOnlyDictionary<string, object> values) => Values = values;

    public IReadOnlyDictionary<string, object> Values { get; }

    public static RelevantContext Of(PolicyQuestion question, IReadOnlyList<string> policies, string type)
    {
        var mentions = policies.Select(PolicyMentions.Of).ToList();
        var values = question.Context.Where(fact => mentions.Exists(policy => policy.Has(fact.Key))).ToDictionary();
        var relevant = new RelevantContext(values);
        relevant.Append(string.Join(',', mentions.Select(policy => policy.Id)));
        // Only policies of resources name principals.
        relevant.Append(type == PolicyType.Resource ? question.Principal : "");
        relevant.Append(question.Action);
        relevant.Append(question.Resource);
        foreach (var (name, value) in values.OrderBy(fact => fact.Key, StringComparer.OrdinalIgnoreCase)) relevant.Append(name, value, mentions);
        return relevant;
    }

    /// <summary>Equal for two requests exactly when the policies cannot tell them apart. Short, although a session has some forty tags.</summary>
    public string Fingerprint() => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(_key.ToString())));

    private void Append(string name, object value, List<PolicyMentions> mentions)
    {
        Append(name);
        var patterns = name == LeadingKeyPattern.ConditionKey ? PatternsOf(mentions) : null;
        if (value is string text && patterns is null)
        {
            Append(text);
            return;
        }

        var values = value as IEnumerable<string> ?? [(string)value];
        var list = patterns is null ? [.. values] : values.Select(key => ClassOf(key, patterns)).Distinct().Order(StringComparer.Ordinal).ToList();
        _key.Append('[').Append(list.Count);
        foreach (var item in list) Append(item);
    }

    /// <summary>With its length before it, so that no text can imitate two.</summary>
    private void Append(string text) => _key.Append(CultureInfo.InvariantCulture, $"{text.Length}:").Append(text);

    private static List<LeadingKeyPattern>? PatternsOf(List<PolicyMentions> mentions) =>
        mentions.Exists(policy => policy.LeadingKeys is null) ? null : [.. mentions.SelectMany(policy => policy.LeadingKeys!)];

    private static string ClassOf(string partitionKey, List<LeadingKeyPattern> patterns) =>
        string.Concat(patterns.Select(pattern => pattern.Matches(partitionKey) ? '1' : '0'));
}

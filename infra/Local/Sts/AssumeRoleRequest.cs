using System.Globalization;
using System.Text.RegularExpressions;

namespace Shares.Local.Sts;

/// <summary>The parameters of AssumeRole, within the limits of each by itself.</summary>
/// <param name="Policy">A session policy, not yet validated.</param>
public sealed partial record AssumeRoleRequest(
    string RoleArn,
    string SessionName,
    TimeSpan Duration,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlySet<string> TransitiveTagKeys,
    string? SourceIdentity,
    string? Policy)
{
    private const int MaximumTags = 50;
    private const int MaximumPolicy = 2048;

    public static (AssumeRoleRequest? Request, StsError? Error) Read(IReadOnlyDictionary<string, string> form)
    {
        var roleArn = form.GetValueOrDefault("RoleArn") ?? "";
        if (roleArn.Length is < 20 or > 2048) return Invalid("roleArn must have length between 20 and 2048");
        var sessionName = form.GetValueOrDefault("RoleSessionName") ?? "";
        if (!Name().IsMatch(sessionName)) return Invalid(@"roleSessionName must satisfy regular expression pattern: [\w+=,.@-]{2,64}");
        var sourceIdentity = form.GetValueOrDefault("SourceIdentity");
        if (sourceIdentity is not null && (!Name().IsMatch(sourceIdentity) || sourceIdentity.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
            return Invalid(@"sourceIdentity must satisfy regular expression pattern: [\w+=,.@-]{2,64}");
        var seconds = 3600;
        if (form.TryGetValue("DurationSeconds", out var text)
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) || seconds is < 900 or > 43_200))
            return Invalid("durationSeconds must have value between 900 and 43200");
        // Every caller of the local cloud is a session of a role itself.
        if (seconds > 3600) return Invalid("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        var policy = form.GetValueOrDefault("Policy");
        if (policy?.Length > MaximumPolicy) return Invalid("policy must have length less than or equal to 2048");
        var (tags, error) = ReadTags(form);
        if (tags is null) return (null, error);
        var transitive = Members(form, "TransitiveTagKeys.member.{0}").ToHashSet();
        return transitive.IsSubsetOf(tags.Keys)
            ? (new(roleArn, sessionName, TimeSpan.FromSeconds(seconds), tags, transitive, sourceIdentity, policy), null)
            : Invalid("The specified transitive tag key must be included in the requested tags.");
    }

    private static (Dictionary<string, string>? Tags, StsError? Error) ReadTags(IReadOnlyDictionary<string, string> form)
    {
        // Keys of tags are told apart without regard to case.
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (keys, values) = (Members(form, "Tags.member.{0}.Key"), Members(form, "Tags.member.{0}.Value"));
        if (keys.Count > MaximumTags) return (null, StsError.Validation("tags must have length less than or equal to 50"));
        if (keys.Count != values.Count) return (null, StsError.Validation("Each tag needs a key and a value."));
        foreach (var (key, value) in keys.Zip(values))
        {
            if (!TagKey().IsMatch(key) || !TagValue().IsMatch(value) || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                return (null, StsError.Validation(@"Tags have a key of 1 to 128 and a value of up to 256 of [\p{L}\p{Z}\p{N}_.:/=+\-@]"));
            if (!tags.TryAdd(key, value)) return (null, new StsError(400, "InvalidParameterValue", "Duplicate tag keys found, without regard to case."));
        }

        return (tags, null);
    }

    private static List<string> Members(IReadOnlyDictionary<string, string> form, string format)
    {
        var members = new List<string>();
        while (form.TryGetValue(string.Format(CultureInfo.InvariantCulture, format, members.Count + 1), out var member)) members.Add(member);
        return members;
    }

    private static (AssumeRoleRequest?, StsError) Invalid(string message) => (null, StsError.Validation(message));

    [GeneratedRegex(@"\A[\w+=,.@-]{2,64}\z", RegexOptions.ECMAScript)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}\z")]
    private static partial Regex TagKey();

    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}\z")]
    private static partial Regex TagValue();
}

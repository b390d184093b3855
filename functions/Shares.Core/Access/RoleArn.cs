namespace Shares.Core.Access;

/// <summary>
/// An IAM role by account and name. Written as <c>arn:aws:iam::123456789012:role/path/name</c>, and by a session of it as
/// <c>arn:aws:sts::123456789012:assumed-role/name/session</c>; the session's form has lost the path, so it takes no part in equality.
/// Role names are unique in an account whatever their path.
/// </summary>
public readonly record struct RoleArn(string AccountId, string Name)
{
    /// <summary>Parses the ARN of a role, as it is registered with a project.</summary>
    public static bool TryParse(string? arn, out RoleArn role) => TryParse(arn, "iam", "role", out role, out _);

    /// <summary>Parses the ARN of a session of a role, as it calls.</summary>
    public static bool TryParseSession(string? arn, out RoleArn role, out string session)
    {
        var valid = TryParse(arn, "sts", "assumed-role", out role, out var path);
        session = valid && path.Length == 3 ? path[2] : "";
        role = session.Length > 0 ? role with { Name = path[1] } : default;
        return session.Length > 0;
    }

    /// <summary>How a session of this role writes itself.</summary>
    public string SessionArn(string session) => $"arn:aws:sts::{AccountId}:assumed-role/{Name}/{session}";

    private static bool TryParse(string? arn, string service, string kind, out RoleArn role, out string[] path)
    {
        role = default;
        var parts = (arn ?? "").Split(':', 6);
        path = parts.Length == 6 ? parts[5].Split('/') : [];
        if (path.Length < 2 || path[0] != kind || path.Any(p => !IsName(p)) || parts[0] != "arn" || parts[2] != service || parts[3].Length > 0) return false;
        if (parts[4].Length != 12 || !parts[4].All(char.IsAsciiDigit)) return false;
        role = new RoleArn(parts[4], path[^1]);
        return true;
    }

    /// <summary>The characters that IAM allows in names; in particular none that means something in a policy.</summary>
    private static bool IsName(string text) =>
        text.Length is >= 1 and <= 128 && text.All(c => char.IsAsciiLetterOrDigit(c) || "+=,.@_-".Contains(c, StringComparison.Ordinal));
}

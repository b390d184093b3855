using Shares.Local.Identity;

namespace Shares.Local.Lambda;

/// <summary>Function names and ARNs as callers of Lambda write them.</summary>
public static class LambdaNames
{
    public static string Arn(string name) => $"arn:aws:lambda:{LocalAccount.Region}:{LocalAccount.Id}:function:{name}";

    /// <summary>The function's name in <c>name</c>, <c>account:function:name</c> or an ARN; versions and aliases are not told apart.</summary>
    public static string NameIn(string reference)
    {
        var parts = reference.Split(':');
        var marker = Array.IndexOf(parts, "function");
        return marker >= 0 && marker + 1 < parts.Length ? parts[marker + 1] : parts[0];
    }
}

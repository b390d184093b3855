namespace Shares.Local.Policies;

/// <summary>Patterns of IAM: <c>*</c> is any text, <c>?</c> any one UTF-16 unit, everything else itself.</summary>
internal static class Glob
{
    public static bool Matches(string pattern, string text)
    {
        var (p, t, star, resume) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, resume, p) = (p, t, p + 1);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t])) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, t) = (star + 1, ++resume);
            else return false;
        }

        return pattern.AsSpan(p).TrimEnd('*').IsEmpty;
    }
}

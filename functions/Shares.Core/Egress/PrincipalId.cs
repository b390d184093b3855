using System.Text;

namespace Shares.Core.Egress;

/// <summary>
/// Who read: a person's user id, or the id of an execution, as the session's source identity names them. User ids that do not fit a
/// source identity stay as their hash, <c>=h.</c> and 40 hex, which <see cref="Sessions.SessionIdentity"/> makes again from a known user.
/// </summary>
public readonly record struct PrincipalId
{
    private const string HashMark = "=h.";

    private readonly string? _value;

    private PrincipalId(string value) => _value = value;

    /// <summary>Takes back the escaping of <see cref="Sessions.SessionIdentity"/>.</summary>
    public static bool TryParseSource(string? source, out PrincipalId id)
    {
        var text = source is { Length: >= 2 and <= 64 } ? source.StartsWith(HashMark, StringComparison.Ordinal) ? source : Unescape(source) : null;
        id = text is null ? default : new PrincipalId(text);
        return text is not null;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static PrincipalId Parse(string text) => new(text);

    public override string ToString() => _value ?? "";

    /// <summary>Null when it is not escaped as ours are, and so was not made here.</summary>
    private static string? Unescape(string source)
    {
        if (!source.Contains('=', StringComparison.Ordinal)) return TextRule.UserId.Accepts(source) ? source : null;
        var bytes = new List<byte>(source.Length);
        for (var n = 0; n < source.Length; n++)
        {
            if (source[n] != '=')
            {
                bytes.Add((byte)source[n]);
                continue;
            }

            if (n + 2 >= source.Length || !byte.TryParse(source.AsSpan(n + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var escaped)) return null;
            bytes.Add(escaped);
            n += 2;
        }

        var text = Encoding.UTF8.GetString([.. bytes]);
        return TextRule.UserId.Accepts(text) ? text : null;
    }
}

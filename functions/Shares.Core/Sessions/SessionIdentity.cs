using System.Security.Cryptography;
using System.Text;
using Shares.Core.Ids;

namespace Shares.Core.Sessions;

/// <summary>
/// What storage's log records of a session: tags are not in it, these two names are. STS accepts 2..64 characters of
/// <c>[\w+=,.@-]</c> for each.
/// </summary>
/// <param name="SessionName"><c>{subscriber, 32 hex}.{16 hex of a hash of the person or execution}</c>.</param>
/// <param name="SourceIdentity">The person or the execution.</param>
public sealed record SessionIdentity(string SessionName, string SourceIdentity)
{
    private const int MaxLength = 64;

    public static SessionIdentity Of(ProjectId subscriber, UserId user) => new(Name(subscriber, user.ToString()), SourceOf(user));

    public static SessionIdentity Of(ProjectId subscriber, ExecutionId execution) =>
        new(Name(subscriber, execution.ToString()), execution.ToString());

    /// <summary>
    /// User ids may hold what STS does not accept: such bytes are written <c>=XX</c>, which can be read back; what is then still
    /// too long becomes <c>=h.</c> and a hash, which cannot.
    /// </summary>
    public static string SourceOf(UserId user)
    {
        var escaped = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(user.ToString()))
        {
            var c = (char)b;
            _ = char.IsAsciiLetterOrDigit(c) || "_+,.@-".Contains(c, StringComparison.Ordinal) ? escaped.Append(c) : escaped.Append('=').Append(b.ToString("X2", null));
        }

        return escaped.Length is >= 2 and <= MaxLength ? escaped.ToString() : $"=h.{Hash(user.ToString())[..40]}";
    }

    private static string Name(ProjectId subscriber, string who) => $"{subscriber.Hex()}.{Hash(who)[..16]}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

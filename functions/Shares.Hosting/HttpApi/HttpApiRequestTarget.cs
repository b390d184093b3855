using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Shares.Hosting.HttpApi;

/// <summary>
/// What was asked for, as ASP.NET Core wants it. Dot segments stay, so that a handler sees what was sent and can refuse it.
/// An HTTP API may hand over the path decoded, so characters that cannot stand in a target are encoded in <see cref="RawTarget"/>.
/// </summary>
/// <param name="PathBase">The stage, <c>/prod</c>; empty for the default stage, and where the path does not contain it.</param>
/// <param name="Path">Decoded, but for <c>%2F</c>.</param>
/// <param name="RawTarget">Percent-encoded path with stage and query.</param>
internal sealed record HttpApiRequestTarget(string PathBase, string Path, string QueryString, string RawTarget)
{
    public const string DefaultStage = "$default";

    /// <summary>Characters that stand in the path of a target as they are: RFC 3986 pchar, the slash, and escapes already made.</summary>
    private static readonly SearchValues<byte> Literal =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%"u8);

    /// <returns>False when the path contains a null character, plain or encoded.</returns>
    public static bool TryCreate(string rawPath, string rawQuery, string stage, [NotNullWhen(true)] out HttpApiRequestTarget? target)
    {
        target = null;
        if (rawPath.Contains('\0', StringComparison.Ordinal) || rawPath.Contains("%00", StringComparison.Ordinal)) return false;
        var full = rawPath.StartsWith('/') ? rawPath : "/" + rawPath;
        var query = rawQuery.Length == 0 ? "" : "?" + rawQuery;
        var pathBase = IsUnderStage(full, stage) ? "/" + stage : "";
        var rest = full.Length == pathBase.Length ? "/" : full[pathBase.Length..];
        target = new(pathBase, Decode(rest), query, Encode(full) + query);
        return true;
    }

    [SuppressMessage("Usage", "CA2234", Justification = "A Uri would resolve dot segments.")]
    private static string Decode(string path) => PathString.FromUriComponent(path).Value!;

    private static bool IsUnderStage(string path, string stage) =>
        stage != DefaultStage
        && path.AsSpan(1).StartsWith(stage, StringComparison.Ordinal)
        && (path.Length == stage.Length + 1 || path[stage.Length + 1] == '/');

    private static string Encode(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        if (!bytes.AsSpan().ContainsAnyExcept(Literal)) return path;
        var encoded = new StringBuilder(path.Length + 16);
        foreach (var value in bytes)
        {
            if (Literal.Contains(value)) encoded.Append((char)value);
            else encoded.Append('%').Append(value.ToString("X2", null));
        }
        return encoded.ToString();
    }
}

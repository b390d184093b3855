using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Shares.Core.Access;
using Shares.Core.Failures;

namespace Shares.Web.Paging;

/// <summary>
/// A position in a list, bound to the list's path, filters and caller by a checksum over all four. A token that was altered, or is used for
/// another query or by somebody else, is refused. The checksum has no secret: a token grants nothing, since every page is authorised
/// anew, so who takes the trouble to make one up gets another page of their own list.
/// </summary>
public static class PageToken
{
    private const int ChecksumBytes = 16;
    private const int LongestToken = 2048;

    private static readonly Failure Bad =
        new(ErrorCode.BadPageToken, "nextToken does not belong to this query. Repeat the query without it.");

    public static string Write(HttpRequest request, string position)
    {
        byte[] token = [.. Checksum(request, position), .. Encoding.UTF8.GetBytes(position)];
        return Base64Url.EncodeToString(token);
    }

    public static Result<string> Read(HttpRequest request, string token)
    {
        if (token.Length > LongestToken || !Base64Url.IsValid(token)) return Bad;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length < ChecksumBytes) return Bad;
        var position = Encoding.UTF8.GetString(bytes.AsSpan(ChecksumBytes));
        return Write(request, position) == token ? position : Bad;
    }

    private static ReadOnlySpan<byte> Checksum(HttpRequest request, string position)
    {
        var filters = request.Query
            .Where(q => q.Key is not ("nextToken" or "limit"))
            .OrderBy(q => q.Key, StringComparer.Ordinal)
            .SelectMany(q => q.Value.Prepend(q.Key));
        var caller = request.HttpContext.Features.Get<Caller>() is { } known ? Callers.KeyOf(known) : "";
        string?[] parts = [request.Path.Value, caller, position, .. filters];
        var text = string.Concat(parts.Select(p => $"{p?.Length ?? 0}:{p}"));
        return SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, ChecksumBytes);
    }
}

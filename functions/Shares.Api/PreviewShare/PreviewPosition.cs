using System.Security.Cryptography;
using System.Text;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Api.PreviewShare;

/// <summary>Where a page of a preview ended. The query is in the body, so the token is bound to the conditions by a hash of them.</summary>
internal static class PreviewPosition
{
    private static readonly Failure Other = new(ErrorCode.BadPageToken, "nextToken belongs to other conditions. Repeat the request without it.");

    public static string Write(Selection selection, DatasetId last) => $"{Hash(selection)} {last}";

    public static Result<DatasetId> Read(Selection selection, string position) =>
        position.Split(' ') is [var hash, var last] && hash == Hash(selection) && UuidId.TryParse<DatasetId>(last, out var id) ? id : Other;

    private static string Hash(Selection selection)
    {
        var conditions = selection.Conditions.Select(c => $"{c.Field} {c.Value.Length} {c.Value}").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', conditions))).AsSpan(0, 16));
    }
}

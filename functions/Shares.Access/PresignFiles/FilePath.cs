using System.Text;
using Shares.Aws.Objects;
using Shares.Core.Datasets;
using Shares.Core.Ids;

namespace Shares.Access.PresignFiles;

/// <summary>
/// A path of a file below its dataset's prefix, literally as listed: nothing is decoded, so that <c>%2e%2e</c> is six characters of
/// a name. Refused is what a client or a proxy on the way might resolve to something else.
/// </summary>
internal static class FilePath
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null when the path may be signed, else what is wrong with it.</summary>
    public static string? Refuse(string? path, DatasetId dataset)
    {
        if (string.IsNullOrEmpty(path)) return "must name a file";
        if (path.Any(char.IsControl)) return "must not contain control characters";
        // Some clients take a backslash for a slash.
        var segments = path.Split('/', '\\');
        if (segments[0].Length == 0) return "must be relative to the dataset, without a slash at its beginning";
        if (segments[^1].Length == 0) return "must name a file, not a folder";
        if (segments.Any(s => s is "." or "..")) return "must not contain the segments . or ..";
        return Length(Dataset.Prefix(dataset) + path) switch
        {
            null => "must be valid Unicode",
            > Presigner.MaxKeyBytes => $"must not make a key of more than {Presigner.MaxKeyBytes} bytes",
            _ => null,
        };
    }

    private static int? Length(string key)
    {
        try
        {
            return Strict.GetByteCount(key);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}

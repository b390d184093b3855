using System.IO.Compression;
using System.Text;

namespace Shares.Local.Sts;

/// <summary>
/// The size of a session's tags and policy in STS's packed form. AWS publishes neither form nor limit; compression to 2,048 bytes
/// stands in, so that callers that handle the refusal can be tried.
/// </summary>
public static class PackedSize
{
    private const int MaximumBytes = 2048;

    /// <returns>Percent of what is allowed; over 100 is refused.</returns>
    public static int Percent(IReadOnlyDictionary<string, string> tags, string? policy)
    {
        if (tags.Count == 0 && policy is null) return 0;
        var text = string.Concat(tags.Select(tag => $"{tag.Key}\0{tag.Value}\0")) + policy;
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) deflate.Write(Encoding.UTF8.GetBytes(text));
        return (int)Math.Ceiling(packed.Length * 100.0 / MaximumBytes);
    }
}

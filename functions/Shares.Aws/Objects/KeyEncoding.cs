using System.Buffers;
using System.Text;

namespace Shares.Aws.Objects;

/// <summary>
/// Keys of objects in paths of URLs and in what is signed: every byte of UTF-8 but the unreserved ones of RFC 3986 and the slash is
/// written as <c>%XX</c>, once. Nothing is resolved or left out: <c>a//../b</c> is a key like any other.
/// </summary>
internal static class KeyEncoding
{
    /// <summary>Characters of the longest encoded key.</summary>
    public const int MaxLength = Presigner.MaxKeyBytes * 3;

    private static readonly SearchValues<byte> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"u8);

    /// <param name="destination">Has room for <see cref="MaxLength"/>.</param>
    /// <returns>How many characters were written.</returns>
    /// <exception cref="ArgumentException">The key is longer than S3 takes.</exception>
    public static int Encode(string key, Span<char> destination)
    {
        Span<byte> bytes = stackalloc byte[Presigner.MaxKeyBytes];
        if (!Encoding.UTF8.TryGetBytes(key, bytes, out var count))
            throw new ArgumentException($"The key has more than {Presigner.MaxKeyBytes} bytes.", nameof(key));
        var written = 0;
        foreach (var b in bytes[..count])
        {
            if (Plain.Contains(b))
            {
                destination[written++] = (char)b;
                continue;
            }

            destination[written++] = '%';
            destination[written++] = HexDigit(b >> 4);
            destination[written++] = HexDigit(b & 0xF);
        }

        return written;
    }

    private static char HexDigit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);
}

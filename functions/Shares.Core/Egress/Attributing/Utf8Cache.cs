using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Shares.Core.Egress.Attributing;

/// <summary>
/// Remembers what texts mean. Batches repeat the same few access points, sessions and addresses thousands of times; each is turned into a
/// string and parsed once.
/// </summary>
internal sealed class Utf8Cache<T>(Func<string, T> read)
{
    /// <summary>When there are more different ones, all are forgotten, so that a program that runs for days does not grow.</summary>
    private const int Most = 10_000;

    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> _known =
        new Dictionary<byte[], T>(Comparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();

    public T this[ReadOnlySpan<byte> text]
    {
        get
        {
            if (_known.TryGetValue(text, out var value)) return value;
            if (_known.Dictionary.Count >= Most) _known.Dictionary.Clear();
            return _known[text] = read(System.Text.Encoding.UTF8.GetString(text));
        }
    }

    private sealed class Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Comparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        /// <summary>Of the length and the last 32 bytes, in which ARNs, keys and addresses differ.</summary>
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            Span<byte> last = stackalloc byte[32];
            last.Clear();
            alternate[^Math.Min(alternate.Length, last.Length)..].CopyTo(last);
            var words = MemoryMarshal.Cast<byte, long>(last);
            return HashCode.Combine(alternate.Length, words[0], words[1], words[2], words[3]);
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}

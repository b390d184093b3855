using System.Diagnostics.CodeAnalysis;

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

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}

namespace Shares.Local.S3.Objects;

/// <summary>A cyclic redundancy check of reflected bits, of 32 or 64 bits, with all bits set at first and inverted at last.</summary>
public sealed class ReflectedCrc
{
    private readonly ulong[] _table = new ulong[256];
    private readonly ulong _mask;
    private ulong _value;

    /// <param name="polynomial">Reflected.</param>
    public ReflectedCrc(int bits, ulong polynomial)
    {
        Bytes = bits / 8;
        _mask = _value = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
        for (var i = 0; i < 256; i++)
        {
            var entry = (ulong)i;
            for (var bit = 0; bit < 8; bit++) entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ polynomial;
            _table[i] = entry;
        }
    }

    private int Bytes { get; }

    public void Append(ReadOnlySpan<byte> data)
    {
        var value = _value;
        foreach (var next in data) value = (value >> 8) ^ _table[(byte)(value ^ next)];
        _value = value;
    }

    /// <summary>Most significant byte first.</summary>
    public byte[] Hash()
    {
        var result = new byte[Bytes];
        for (var (i, value) = (Bytes - 1, _value ^ _mask); i >= 0; i--, value >>= 8) result[i] = (byte)value;
        return result;
    }
}

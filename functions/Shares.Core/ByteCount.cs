using System.Globalization;

namespace Shares.Core;

/// <summary>A number of bytes, never negative.</summary>
public readonly record struct ByteCount : IComparable<ByteCount>
{
    public ByteCount(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Value = value;
    }

    public long Value { get; }

    public static ByteCount operator +(ByteCount left, ByteCount right) => Add(left, right);

    public static bool operator <(ByteCount left, ByteCount right) => left.Value < right.Value;

    public static bool operator >(ByteCount left, ByteCount right) => left.Value > right.Value;

    /// <exception cref="OverflowException">The sum is over 2^63 - 1.</exception>
    public static ByteCount Add(ByteCount left, ByteCount right) => new(checked(left.Value + right.Value));

    public int CompareTo(ByteCount other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

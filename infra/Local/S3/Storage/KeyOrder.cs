namespace Shares.Local.S3.Storage;

/// <summary>The order of S3's listings: that of the keys' UTF-8 bytes.</summary>
public sealed class KeyOrder : IComparer<string>
{
    public static KeyOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var shorter = Math.Min(x!.Length, y!.Length);
        for (var i = 0; i < shorter; i++)
        {
            if (x[i] != y[i]) return Rank(x[i]) - Rank(y[i]);
        }

        return x.Length - y.Length;
    }

    // UTF-16 puts surrogates, which stand for the highest code points, before the last 8,192 of the basic plane.
    private static int Rank(char value) => char.IsSurrogate(value) ? value + 0x10000 : value;
}
